package kr.minwon.phonesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThroughputIT {

    private static final int SUBMITS = 5_000;
    private static final int SENDERS = 16;

    @TempDir
    Path directory;

    @Test
    void takesAThousandSubmitsASecondWithReceipts() throws Exception {
        try (Simulator simulator = Simulator.in(directory);
                TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            send(esme, 1_000);
            long start = System.nanoTime();
            send(esme, SUBMITS);
            double seconds = (System.nanoTime() - start) / 1e9;
            Simulator.eventually(() -> esme.delivered.size() == SUBMITS + 1_000);
            System.out.printf("%.0f submits/s, client included%n", SUBMITS / seconds);
            // the promise is 1,000; less here, because builds share their machine
            assertThat(SUBMITS / seconds).isGreaterThan(300);
            assertThat(simulator.get("/api/status").get("submits").asInt()).isEqualTo(SUBMITS + 1_000);
        }
    }

    private static void send(TestEsme esme, int count) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(count);
        List<Thread> senders = new ArrayList<>();
        for (int n = 0; n < SENDERS; n++) {
            senders.add(Thread.ofVirtual().start(() -> {
                for (int next = left.decrementAndGet(); next >= 0; next = left.decrementAndGet()) {
                    try {
                        esme.submit("010%08d".formatted(next), "민원 26-0000-0000이 접수되었습니다. 담당 부서가 정해지면 알려 드립니다.");
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }
            }));
        }
        for (Thread sender : senders) {
            sender.join();
        }
    }
}
