package kr.minwon.gateway.accounts.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import kr.minwon.gateway.GatewayStore;
import kr.minwon.gateway.accounts.Account;
import kr.minwon.gateway.accounts.Accounts;
import kr.minwon.signedcalls.Role;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Collection {@code accounts}: {@code _id} is the account's id, {@code username} is unique. */
@Repository
class MongoAccounts implements Accounts {
    private static final String USERNAME = "username";
    private static final String NAME = "name";
    private static final String OFFICE = "officeId";
    private static final String DEPARTMENTS = "departments";
    private static final int MOST_COLLEAGUES = 200;
    private static final String FAILURES = "failures";
    private static final String LOCKED_UNTIL = "lockedUntil";

    private final MongoCollection<Document> accounts;

    MongoAccounts(GatewayStore store) {
        accounts = store.collection("accounts");
        store.atStart(() -> accounts.createIndex(Indexes.ascending(USERNAME), new IndexOptions().unique(true)));
        store.atStart(() -> accounts.createIndex(Indexes.ascending(OFFICE, DEPARTMENTS, NAME)));
    }

    @Override
    public Optional<Account> byId(String id) {
        return Optional.ofNullable(accounts.find(eq(id)).first()).map(MongoAccounts::account);
    }

    @Override
    public Optional<Account> byUsername(String username) {
        return Optional.ofNullable(accounts.find(eq(USERNAME, lower(username))).first())
                .map(MongoAccounts::account);
    }

    @Override
    public List<Account> ofDepartment(String officeId, String departmentId) {
        return accounts.find(and(eq(OFFICE, officeId), eq(DEPARTMENTS, departmentId)))
                .sort(Sorts.ascending(NAME))
                .limit(MOST_COLLEAGUES)
                .map(MongoAccounts::account)
                .into(new ArrayList<>());
    }

    @Override
    public boolean isEmpty() {
        return accounts.find().sort(Sorts.ascending("_id")).limit(1).first() == null;
    }

    @Override
    public void put(Account account) {
        accounts.replaceOne(eq(account.id()), document(account), new ReplaceOptions().upsert(true));
    }

    @Override
    public void failed(String id, int threshold, Instant until) {
        Document counted = accounts.findOneAndUpdate(
                eq(id), inc(FAILURES, 1), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (counted != null && counted.getInteger(FAILURES, 0) >= threshold) {
            accounts.updateOne(eq(id), combine(set(LOCKED_UNTIL, Date.from(until)), set(FAILURES, 0)));
        }
    }

    @Override
    public void succeeded(String id) {
        accounts.updateOne(eq(id), combine(set(FAILURES, 0), unset(LOCKED_UNTIL)));
    }

    private static Document document(Account account) {
        Document document = new Document("_id", account.id())
                .append(USERNAME, lower(account.username()))
                .append(NAME, account.name())
                .append("role", account.role().wireName())
                .append(OFFICE, account.officeId())
                .append(DEPARTMENTS, List.copyOf(new TreeSet<>(account.departments())))
                .append("password", account.password())
                .append("disabled", account.disabled())
                .append(FAILURES, account.failures());
        Instant locked = account.lockedUntil();
        if (locked != null) {
            document.append(LOCKED_UNTIL, Date.from(locked));
        }
        return document;
    }

    private static Account account(Document document) {
        @Nullable Date locked = document.getDate(LOCKED_UNTIL);
        return new Account(
                document.getString("_id"),
                document.getString(USERNAME),
                document.getString(NAME),
                Role.of(document.getString("role")),
                document.getString(OFFICE),
                new HashSet<>(document.getList(DEPARTMENTS, String.class)),
                document.getString("password"),
                document.getBoolean("disabled", false),
                document.getInteger(FAILURES, 0),
                locked == null ? null : locked.toInstant());
    }

    private static String lower(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
