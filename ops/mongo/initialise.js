// Initialises the replica set and gives each service a user for its own database only. Safe to run again.
const fs = require("fs");
const rootPassword = fs.readFileSync("/run/secrets/mongo-root-password", "utf8").trim();
// The shell's own db, by which rs works.
db = connect(`mongodb://root:${encodeURIComponent(rootPassword)}@mongo:27017/admin?directConnection=true`);
try {
  rs.status();
} catch (notInitiated) {
  rs.initiate({ _id: "rs0", members: [{ _id: 0, host: "mongo:27017" }] });
}
while (!db.hello().isWritablePrimary) {
  sleep(500);
}
for (const service of ["complaint", "routing", "notification", "gateway"]) {
  const uri = new URL(fs.readFileSync(`/run/secrets/mongo-${service}-uri`, "utf8").trim());
  const name = decodeURIComponent(uri.username);
  const password = decodeURIComponent(uri.password);
  const roles = [{ role: "readWrite", db: `minwon_${service}` }];
  if (db.getUser(name)) {
    db.updateUser(name, { pwd: password, roles });
  } else {
    db.createUser({ user: name, pwd: password, roles });
  }
}
