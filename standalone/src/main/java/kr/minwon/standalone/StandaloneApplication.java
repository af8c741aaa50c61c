package kr.minwon.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.Part;
import kr.minwon.complaint.ComplaintServiceApplication;
import kr.minwon.gateway.GatewayApplication;
import kr.minwon.notification.NotificationServiceApplication;
import kr.minwon.phonesimulator.PhoneSimulatorApplication;
import kr.minwon.routing.RoutingServiceApplication;
import kr.minwon.trialbroker.TrialBroker;
import kr.minwon.trialstore.TrialStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Everything in one JVM: a real KRaft broker, the trial store (unless {@code MONGODB_URI} is set), the four services each
 * in a context of its own, and the phone simulator. Stops in the reverse order.
 */
public final class StandaloneApplication implements AutoCloseable {
    private final Addresses addresses;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private StandaloneApplication(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Starts, says where everything is, and runs until it is told to stop. */
    public static void main(String[] args) throws Exception {
        long started = System.nanoTime();
        Addresses addresses = Addresses.fromEnvironment();
        StandaloneApplication standalone = new StandaloneApplication(addresses);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            standalone.close();
                            stopped.countDown();
                        },
                        "stop"));
        boolean listening = false;
        try {
            standalone.start();
            listening = new Readiness(addresses).await();
        } catch (OneInstance.Taken taken) {
            System.err.println(taken.getMessage());
            System.exit(1);
        } catch (Exception e) {
            System.err.println("시작하지 못했습니다: " + rootOf(e) + "\n  './minwon doctor'가 무엇이 문제인지 알려 드립니다. 자세한 기록: "
                    + addresses.data().resolve("logs/minwon.log"));
            e.printStackTrace(System.err);
            System.exit(1);
        }
        Announcement.print(addresses, System.nanoTime() - started, listening);
        if (List.of(args).contains("--stop-when-ready")) {
            System.exit(0);
        }
        if (List.of(args).contains("--demo")) {
            new Demo(addresses).run();
        }
        stopped.await();
    }

    private static String rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private void start() throws Exception {
        open(() -> OneInstance.claim(addresses));
        Secrets.createMissing(addresses);
        Logs.toFile(addresses);
        try (ExecutorService starters = Executors.newCachedThreadPool()) {
            Future<?> store = addresses.hasOwnStore()
                    ? starters.submit(() -> {})
                    : starters.submit(() ->
                            open(() -> TrialStore.open(addresses.data().resolve("store"), addresses.port(Part.STORE))));
            Future<?> broker = addresses.hasOwnBrokers()
                    ? starters.submit(() -> {})
                    : starters.submit(() -> open(() -> TrialBroker.start(
                            addresses.data().resolve("broker"),
                            addresses.port(Part.BROKER),
                            addresses.port(Part.CONTROLLER))));
            // The simulator goes first and alone: the first Spring context sets up the logs of all.
            open(() -> phones(addresses));
            await(List.of(store));
            Future<?> complaint =
                    starters.submit(() -> open(() -> ComplaintServiceApplication.start(addresses, quiet())));
            await(List.of(broker));
            Future<?> routing = starters.submit(() -> open(() -> RoutingServiceApplication.start(addresses, quiet())));
            Future<?> notification =
                    starters.submit(() -> open(() -> NotificationServiceApplication.start(addresses, quiet())));
            await(List.of(complaint, routing, notification));
            // The door opens last.
            open(() -> GatewayApplication.start(addresses, gateway(addresses)));
        }
    }

    private static void await(List<Future<?>> starting) throws Exception {
        for (Future<?> one : starting) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    private Void open(Callable<? extends AutoCloseable> part) throws Exception {
        AutoCloseable opened = part.call();
        synchronized (running) {
            running.push(opened);
        }
        return null;
    }

    static ConfigurableApplicationContext phones(Addresses addresses) {
        return new SpringApplicationBuilder(PhoneSimulatorApplication.class)
                .properties("spring.config.name=phone-simulator")
                .registerShutdownHook(false)
                .run(phoneArguments(addresses));
    }

    static String[] phoneArguments(Addresses addresses) {
        return new String[] {
            "--server.port=" + addresses.port(Part.PHONES),
            "--simulator.smpp-port=" + addresses.port(Part.SMPP),
            "--simulator.directory=" + addresses.data().resolve("phone")
        };
    }

    private static String[] quiet() {
        return new String[] {"--spring.main.register-shutdown-hook=false", "--spring.main.banner-mode=off"};
    }

    static String[] gateway(Addresses addresses) {
        return new String[] {
            "--spring.main.register-shutdown-hook=false",
            "--spring.main.banner-mode=off",
            "--minwon.demo-accounts.file=" + addresses.data().resolve("demo-accounts.txt")
        };
    }

    @Override
    public void close() {
        while (true) {
            AutoCloseable next;
            synchronized (running) {
                next = running.poll();
            }
            if (next == null) {
                return;
            }
            try {
                next.close();
            } catch (Exception e) {
                System.err.println("멈추는 중 문제가 있었습니다: " + e);
            }
        }
    }
}
