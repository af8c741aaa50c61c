package kr.minwon.notification;

import static kr.minwon.signedcalls.testing.TestCalls.anonymous;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kr.minwon.signedcalls.testing.TestCalls;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/**
 * A mailing to many, from its first text to its last: the service is a process of its own, whose memory is looked at from
 * outside, and a code is asked for now and then between the texts.
 */
final class MailingDrain {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int CODES_A_LINE = 15;
    private static final String ID = "00000000000000aa";
    /** Both generations of the serial collector, not the classes. */
    private static final Pattern USED =
            Pattern.compile("(?:DefNew|Tenured|generation) +total \\d+K, used (\\d+)K", Pattern.CASE_INSENSITIVE);

    private MailingDrain() {}

    /** @param recipients how many subscribed */
    static void run(int recipients, PrintStream out) throws Exception {
        try (Phones phones = new Phones();
                MongoClient client = MongoClients.create(TestBed.storeUri())) {
            TestBed bed = new TestBed(phones.smppPort());
            MongoDatabase database = client.getDatabase(bed.database());
            Neighbours.fill(database, bed.sealer(), bed.identity(), "waste", "0107", recipients);
            database.getCollection("mailings").insertOne(ApprovedMailing.of(ID, "waste"));
            phones.faults("{\"noReceipt\":true}");
            int port = freePort();
            Process service = ServiceProcess.start(
                    bed,
                    "bench",
                    Files.createTempFile("bench", ".log"),
                    "logging.level.root=error",
                    "server.port=" + port,
                    "minwon.sms.mailings.quiet=",
                    "minwon.sms.lanes.bulk.per-second=0",
                    "minwon.verification.office-a-day=100000",
                    "minwon.verification.office-an-hour=4000");
            try {
                measure(service, port, database, phones, recipients, out);
            } finally {
                service.destroyForcibly().waitFor();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void measure(
            Process service, int port, MongoDatabase database, Phones phones, int recipients, PrintStream out)
            throws Exception {
        while (!state(database).equals("sending")) {
            if (!service.isAlive()) {
                throw new IllegalStateException("the service ended with " + service.exitValue());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        out.printf(
                "a mailing to %d, taken by two at once; a code every %d s; the service has -Xmx256m%n",
                recipients, EVERY.toSeconds());
        out.println("handed over  texts/s  live heap  resident  queued");
        Witness witness = new Witness(phones);
        long began = System.nanoTime();
        int last = 0;
        long lastAt = began;
        for (int n = 0; !state(database).equals("done"); n++) {
            TimeUnit.NANOSECONDS.sleep(began + n * EVERY.toNanos() - System.nanoTime());
            String phone = "0108%07d".formatted(n);
            witness.asked.put(phone, System.currentTimeMillis());
            askForACode(port, phone);
            if (n % CODES_A_LINE == CODES_A_LINE - 1) {
                witness.look();
                int gone = witness.times.size();
                long now = System.nanoTime();
                out.printf(
                        Locale.ROOT,
                        "%11d  %7.0f  %5d MiB  %4d MiB  %6d%n",
                        gone,
                        (gone - last) / ((now - lastAt) / 1e9),
                        liveHeapMib(service),
                        residentMib(service),
                        queued(database));
                last = gone;
                lastAt = now;
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        TimeUnit.SECONDS.sleep(3);
        witness.look();
        report(witness, recipients, seconds, out);
    }

    /** What the SMSC saw, read on from where it was read last. */
    private static final class Witness {
        private final Phones phones;
        private final Map<String, Long> asked = new HashMap<>();
        private final Map<String, Integer> times = new HashMap<>();
        private final List<Long> codes = new ArrayList<>();
        private int next;

        Witness(Phones phones) {
            this.phones = phones;
        }

        void look() {
            for (List<JsonNode> page = phones.submitsSince(next); !page.isEmpty(); page = phones.submitsSince(next)) {
                for (JsonNode submit : page) {
                    String to = submit.get("to").asString();
                    Long since = asked.get(to);
                    if (since == null) {
                        times.merge(to, 1, Integer::sum);
                    } else {
                        codes.add(submit.get("receivedAt").asLong() - since);
                    }
                }
                next = page.getLast().get("line").asInt() + 1;
            }
        }
    }

    private static String state(MongoDatabase database) {
        return Objects.requireNonNull(database.getCollection("mailings")
                        .find(new Document("_id", ID))
                        .first())
                .getString("state");
    }

    private static int queued(MongoDatabase database) {
        return database.getCollection("messages")
                .find(new Document("mailingKey", new Document("$gt", ID + "/").append("$lt", ID + "0")))
                .projection(new Document("_id", 1))
                .into(new ArrayList<>())
                .size();
    }

    private static void askForACode(int port, String phone) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/phone-verifications"))
                .header("X-Minwon-Caller", TestCalls.token(anonymous(), "notification"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"phone\":\"" + phone + "\"}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 202) {
                throw new IllegalStateException("a code was refused: " + status);
            }
        }
    }

    /** What of the heap is still in use when everything else has been collected. */
    private static long liveHeapMib(Process process) throws IOException {
        jcmd(process, "GC.run");
        return USED.matcher(jcmd(process, "GC.heap_info"))
                        .results()
                        .mapToLong(used -> Long.parseLong(used.group(1)))
                        .sum()
                / 1_024;
    }

    private static String jcmd(Process process, String command) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked = new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What the process keeps in memory, as Linux counts it. */
    private static long residentMib(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                .findFirst()
                .orElseThrow();
    }

    private static void report(Witness witness, int recipients, double seconds, PrintStream out) {
        List<Long> codes = witness.codes.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "%d of %d told, %d of them twice, in %.0f s (%.0f/s); %d codes p50 %d ms, p99 %d ms, slowest %d ms%n",
                witness.times.size(),
                recipients,
                witness.times.values().stream().filter(count -> count > 1).count(),
                seconds,
                witness.times.size() / seconds,
                codes.size(),
                codes.get(codes.size() / 2),
                codes.get(codes.size() * 99 / 100),
                codes.getLast());
    }
}
