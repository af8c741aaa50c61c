package kr.minwon.phonesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The simulator as a process of its own, killed in the middle of its work. */
class KillIT {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
    private static final int SENDERS = 8;
    private static final Pattern SMPP_PORT = Pattern.compile("SMPP on port (\\d+)");

    @TempDir
    Path directory;

    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger submitted = new AtomicInteger();

    @Test
    void everyAnsweredSubmitIsOnDiskAndEveryReceiptComes() throws Exception {
        Set<String> reported = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            reported.addAll(submitUntilKilled());
        }
        assertThat(answered).hasSizeGreaterThan(100);
        try (Simulator simulator = Simulator.in(directory)) {
            List<JsonNode> submits = simulator.submits();
            Set<String> recorded = new HashSet<>();
            submits.forEach(submit -> recorded.add(submit.get("messageId").asString()));
            assertThat(recorded).hasSameSizeAs(submits).containsAll(answered);
            assertThat(submits).as("not more than was sent").hasSizeLessThanOrEqualTo(submitted.get());
            assertThat(simulator.get("/api/status").get("messages").asInt()).isEqualTo(submits.size());
            try (TestEsme esme = TestEsme.bind(simulator.smppPort())) {
                while (!reported.containsAll(recorded)) {
                    reported.add(esme.next().getShortMessageAsDeliveryReceipt().getId());
                }
            }
        }
    }

    /** Submits from all sides, kills the process at a moment of its own and returns the receipts that came. */
    private Set<String> submitUntilKilled() throws Exception {
        Process process = start();
        int port = portOf(process);
        TestEsme esme = TestEsme.bind(port);
        esme.transactionTimer(2_000);
        try {
            CountDownLatch enough = new CountDownLatch(100 + (int) (Math.random() * 400));
            ConcurrentLinkedQueue<Thread> senders = new ConcurrentLinkedQueue<>();
            for (int n = 0; n < SENDERS; n++) {
                String phone = "0101234000" + n;
                senders.add(Thread.ofVirtual().start(() -> submitForever(esme, phone, enough)));
            }
            enough.await();
            process.destroyForcibly().waitFor();
            for (Thread sender : senders) {
                sender.join();
            }
        } finally {
            process.destroyForcibly();
            esme.session().close();
        }
        Set<String> reported = new HashSet<>();
        for (var receipt : esme.delivered) {
            reported.add(receipt.getShortMessageAsDeliveryReceipt().getId());
        }
        return reported;
    }

    private void submitForever(TestEsme esme, String phone, CountDownLatch enough) {
        try {
            while (true) {
                submitted.incrementAndGet();
                answered.add(esme.submit(phone, "죽어도 남는 문자"));
                enough.countDown();
            }
        } catch (Exception killed) {
            // that is the end of it
        }
    }

    private Process start() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Path log = Files.createTempFile(directory, "run", ".log");
        return new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PhoneSimulatorApplication.class.getName(),
                        "--simulator.smpp-port=0",
                        "--server.port=0",
                        "--simulator.directory=" + directory)
                .redirectError(log.toFile())
                .start();
    }

    private static int portOf(Process process) throws Exception {
        // left open and unread from here on: the process says little more than this
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher port = SMPP_PORT.matcher(line);
            if (port.find()) {
                return Integer.parseInt(port.group(1));
            }
        }
        throw new AssertionError("the process ended without a port");
    }
}
