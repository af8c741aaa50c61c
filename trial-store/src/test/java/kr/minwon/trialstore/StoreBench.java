package kr.minwon.trialstore;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import kr.minwon.trialstore.journal.Journal;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.h2.mvstore.MVStore;

/**
 * Run by hand (README): what one way to keep documents costs. Arguments: {@code direct | memory | journal | library | h2 | mvstore},
 * documents, client threads, {@code version | id} for the filter of the update.
 */
public final class StoreBench {

    private static final int WARM_UP_S = Integer.getInteger("warmUp", 4);
    private static final int MEASURED_S = Integer.getInteger("seconds", 6);

    private StoreBench() {}

    public static void main(String[] args) throws Exception {
        String kind = args[0];
        int documents = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        boolean byVersion = args[3].equals("version");
        Path directory = Files.createTempDirectory(Path.of("target"), "bench");
        if (kind.equals("mvstore")) {
            mvStore(directory, documents);
            return;
        }
        if (kind.equals("direct")) {
            direct(directory, documents);
            return;
        }
        Server server = server(kind, directory);
        try (MongoClient client = MongoClients.create(server.uri() + "/?w=majority&journal=true")) {
            MongoCollection<Document> items = client.getDatabase("bench").getCollection("items");
            items.insertOne(item(-1));
            items.deleteOne(eq("_id", id(-1)));
            long before = usedHeap();
            long start = System.nanoTime();
            for (int i = 0; i < documents; i += 500) {
                items.insertMany(IntStream.range(i, Math.min(i + 500, documents))
                        .mapToObj(StoreBench::item)
                        .toList());
            }
            double insertS = (System.nanoTime() - start) / 1e9;
            long heap = (usedHeap() - before) / documents;
            updates(items, documents, threads, byVersion, WARM_UP_S);
            long cpuBefore = cpuNanos();
            double rate = updates(items, documents, threads, byVersion, MEASURED_S);
            double cpuMicros = (cpuNanos() - cpuBefore) / 1e3 / (rate * MEASURED_S);
            System.out.printf(
                    Locale.ROOT,
                    "%s, %,d documents, %d threads, by %s: %,.0f updates/s, %.0f µs of CPU each with the"
                            + " driver's, %d B of heap a document, %,.0f inserts/s in batches%n",
                    kind,
                    documents,
                    threads,
                    byVersion ? "{_id, and one more}" : "{_id}",
                    rate,
                    cpuMicros,
                    heap,
                    documents / insertS);
        } finally {
            server.close();
        }
        if (kind.equals("journal")) {
            for (int i = 0; i < 2; i++) {
                long bytes = Files.size(directory.resolve("store.journal"));
                long start = System.nanoTime();
                long cpu = cpuNanos();
                TrialStore.open(directory, 0).close();
                System.out.printf(
                        Locale.ROOT,
                        "a journal of %d MB opened again in %d ms, %d ms of CPU%n",
                        bytes >> 20,
                        (System.nanoTime() - start) / 1_000_000,
                        (cpuNanos() - cpu) / 1_000_000);
            }
        }
    }

    private record Server(String uri, AutoCloseable closing) {
        void close() throws Exception {
            closing.close();
        }
    }

    private static Server server(String kind, Path directory) {
        if (kind.equals("memory") || kind.equals("journal")) {
            TrialStore store = TrialStore.open(kind.equals("memory") ? null : directory, 0);
            return new Server(store.uri(), store);
        }
        MongoServer server = new MongoServer(
                kind.equals("library") ? new MemoryBackend() : new CommittingH2(directory.resolve("h2.mv")));
        return new Server("mongodb://127.0.0.1:" + server.bind().getPort(), server::shutdownNow);
    }

    private static double updates(
            MongoCollection<Document> items, int documents, int threads, boolean byVersion, int seconds)
            throws InterruptedException {
        LongAdder done = new LongAdder();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        List<Thread> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            running.add(Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    int i = ThreadLocalRandom.current().nextInt(documents);
                    Bson filter = byVersion ? and(eq("_id", id(i)), eq("kind", "case")) : eq("_id", id(i));
                    if (items.updateOne(filter, combine(inc("version", 1L), set("dueAt", System.nanoTime())))
                                    .getModifiedCount()
                            != 1) {
                        throw new IllegalStateException("lost " + i);
                    }
                    done.increment();
                }
            }));
        }
        for (Thread thread : running) {
            thread.join();
        }
        return done.sum() * 1e9 / (System.nanoTime() - start);
    }

    /** The store's own part: commands given to it by one thread without a driver or a socket, by that thread's CPU time. */
    private static void direct(Path directory, int documents) throws Exception {
        TrialBackend backend = new TrialBackend(new Meter());
        Journal journal = Journal.open(directory, change -> {});
        backend.startJournaling(journal);
        EmbeddedChannel channel = new EmbeddedChannel();
        for (int i = 0; i < documents; i++) {
            backend.handleCommand(channel, "bench", "insert", command("insert", "documents", wire(item(i))));
        }
        long done = 0;
        long cpu = 0;
        long start = System.nanoTime();
        for (long now = start; now - start < (WARM_UP_S + MEASURED_S) * 1_000_000_000L; now = System.nanoTime()) {
            if (cpu == 0 && now - start > WARM_UP_S * 1_000_000_000L) {
                cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                done = 0;
            }
            Document update = new Document(
                            "q",
                            new Document("_id", id(ThreadLocalRandom.current().nextInt(documents)))
                                    .append("kind", "case"))
                    .append(
                            "u",
                            new Document("$inc", new Document("version", 1L))
                                    .append("$set", new Document("dueAt", now)));
            backend.handleCommand(channel, "bench", "update", command("update", "updates", wire(update)));
            done++;
        }
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        System.out.printf(
                Locale.ROOT,
                "direct, %,d documents of %d B: %.1f µs of CPU an update, %,.0f committed updates in a CPU-second%n",
                documents,
                Images.of(wire(item(1))).length,
                cpu / 1e3 / done,
                done * 1e9 / cpu);
        journal.close();
    }

    private static de.bwaldvogel.mongo.bson.Document command(
            String name, String part, de.bwaldvogel.mongo.bson.Document item) {
        return new de.bwaldvogel.mongo.bson.Document(name, "items")
                .append(part, new ArrayList<>(List.of(item)))
                .append("ordered", true);
    }

    private static de.bwaldvogel.mongo.bson.Document wire(Document document) {
        var buffer = new org.bson.io.BasicOutputBuffer();
        new org.bson.codecs.DocumentCodec()
                .encode(
                        new org.bson.BsonBinaryWriter(buffer),
                        document,
                        org.bson.codecs.EncoderContext.builder().build());
        return Images.toDocument(buffer.toByteArray());
    }

    /** The least H2 could cost: images put into its map by {@code _id}, each committed. */
    private static void mvStore(Path directory, int documents) {
        try (MVStore store = new MVStore.Builder()
                .fileName(directory.resolve("raw.mv").toString())
                .autoCommitDisabled()
                .open()) {
            var map = store.<String, byte[]>openMap("items");
            byte[] image = new byte[1_000];
            IntStream.range(0, documents).forEach(i -> map.put(id(i), image.clone()));
            store.commit();
            long done = 0;
            long start = System.nanoTime();
            while (System.nanoTime() - start < MEASURED_S * 1_000_000_000L) {
                map.put(id(ThreadLocalRandom.current().nextInt(documents)), image.clone());
                store.commit();
                done++;
            }
            System.out.printf(
                    Locale.ROOT,
                    "mvstore alone, %,d documents, one thread, no protocol: %,.0f committed puts/s%n",
                    documents,
                    done * 1e9 / (System.nanoTime() - start));
        }
    }

    private static String id(int i) {
        return "0192f6a1-7c3e-7000-8000-%012d".formatted(i);
    }

    /** A work item as a queue shows it, about 1 KB of BSON. */
    private static Document item(int i) {
        List<Document> ledger = IntStream.range(0, 4)
                .mapToObj(n -> new Document("at", new java.util.Date(1_700_000_000_000L + n))
                        .append("step", "assigned")
                        .append("by", "officer-" + n))
                .toList();
        return new Document("_id", id(i))
                .append("kind", "case")
                .append("version", 1L)
                .append("officeId", "seo")
                .append("departmentId", "도로과")
                .append("state", "assigned")
                .append("priority", i % 5)
                .append("dueAt", (long) i)
                .append("receipt", "2026-%08d".formatted(i))
                .append("title", "풍암동 인도 보도블록이 파손되어 위험합니다")
                .append(
                        "location",
                        new Document("lat", 35.12).append("lng", 126.85).append("address", "광주 서구 풍암동 1-2"))
                .append("ledger", ledger)
                .append("seen", new Document("complaint", 5L).append("routing", 3L))
                .append("text", "가로등 ".repeat(30));
    }

    /** Of the whole process: on a busy machine this says more than the clock. */
    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long usedHeap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The library on H2 made to keep what it acknowledges: one command at a time, committed before its answer. */
    private static final class CommittingH2 extends H2Backend {

        CommittingH2(Path file) {
            super(new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .open());
        }

        @Override
        public synchronized de.bwaldvogel.mongo.bson.Document handleCommand(
                Channel channel, String database, String command, de.bwaldvogel.mongo.bson.Document query) {
            var reply = super.handleCommand(channel, database, command, query);
            commit();
            return reply;
        }
    }
}
