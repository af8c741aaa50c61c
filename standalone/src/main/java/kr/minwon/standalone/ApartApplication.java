package kr.minwon.standalone;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.Part;

/**
 * Each part as a process of its own, as in production: a part that dies is started again, its pid is in
 * {@code <data>/pids/<part>.pid} and its output in {@code <data>/logs/<part>.log}.
 */
public final class ApartApplication {
    private static final Duration READY = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Component(String name, String mainClass, Part listens, List<String> arguments) {}

    private final Addresses addresses;
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private volatile boolean stopping;

    private ApartApplication(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Starts every part, waits until all listen, and keeps them alive until it is told to stop. */
    public static void main(String[] args) throws Exception {
        long started = System.nanoTime();
        Addresses addresses = Addresses.fromEnvironment();
        try (OneInstance claimed = OneInstance.claim(addresses)) {
            new ApartApplication(addresses).run(started, List.of(args).contains("--demo"));
        } catch (OneInstance.Taken taken) {
            System.err.println(taken.getMessage());
            System.exit(1);
        }
    }

    private void run(long started, boolean demo) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        Files.createDirectories(addresses.data().resolve("logs"));
        Files.createDirectories(addresses.data().resolve("pids"));
        Secrets.createMissing(addresses);
        for (Component component : components()) {
            keepAlive(component);
        }
        for (Component component : components()) {
            awaitListening(component);
        }
        boolean listening = new Readiness(addresses).await();
        Announcement.print(addresses, System.nanoTime() - started, listening);
        if (demo) {
            new Demo(addresses).run();
        }
        Thread.currentThread().join();
    }

    private List<Component> components() {
        List<Component> all = new ArrayList<>();
        if (!addresses.hasOwnStore()) {
            all.add(new Component("store", "kr.minwon.trialstore.TrialStore", Part.STORE, List.of()));
        }
        if (!addresses.hasOwnBrokers()) {
            all.add(new Component("broker", "kr.minwon.trialbroker.TrialBroker", Part.BROKER, List.of()));
        }
        all.add(new Component(
                "phones",
                "kr.minwon.phonesimulator.PhoneSimulatorApplication",
                Part.PHONES,
                List.of(StandaloneApplication.phoneArguments(addresses))));
        all.add(service("complaint", "kr.minwon.complaint.ComplaintServiceApplication", Part.COMPLAINT));
        all.add(service("routing", "kr.minwon.routing.RoutingServiceApplication", Part.ROUTING));
        all.add(service("notification", "kr.minwon.notification.NotificationServiceApplication", Part.NOTIFICATION));
        all.add(new Component(
                "gateway",
                "kr.minwon.gateway.GatewayApplication",
                Part.GATEWAY,
                List.of("--minwon.demo-accounts.file=" + addresses.data().resolve("demo-accounts.txt"))));
        return all;
    }

    private static Component service(String name, String mainClass, Part listens) {
        return new Component(name, mainClass, listens, List.of());
    }

    private void keepAlive(Component component) throws IOException {
        Process process = launch(component);
        Thread.ofVirtual().name("keeper-" + component.name()).start(() -> keep(component, process));
    }

    private void keep(Component component, Process first) {
        Process process = first;
        try {
            while (!stopping) {
                int exit = process.waitFor();
                if (stopping) {
                    return;
                }
                System.err.printf(
                        "%s 프로세스가 끝나(%d) 다시 시작합니다 / restarting %s%n", component.name(), exit, component.name());
                Thread.sleep(500);
                process = launch(component);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println(component.name() + " 프로세스를 시작하지 못했습니다: " + e.getMessage());
        }
    }

    private synchronized Process launch(Component component) throws IOException {
        if (stopping) {
            throw new IOException("stopping");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-Xmx" + (component.name().equals("store") ? "384m" : "160m"));
        command.add("-XX:TieredStopAtLevel=" + System.getProperty("minwon.apart.tier", "4"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(component.mainClass());
        command.addAll(component.arguments());
        Path log = addresses.data().resolve("logs").resolve(component.name() + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        Files.writeString(addresses.data().resolve("pids").resolve(component.name() + ".pid"), process.pid() + "\n");
        processes.put(component.name(), process);
        return process;
    }

    private void awaitListening(Component component) throws IOException, InterruptedException {
        long until = System.nanoTime() + READY.toNanos();
        while (System.nanoTime() < until) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", addresses.port(component.listens())), 500);
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IOException(component.name() + " does not listen on " + addresses.port(component.listens()) + "; see "
                + addresses.data().resolve("logs").resolve(component.name() + ".log"));
    }

    private void stop() {
        List<Process> all;
        synchronized (this) {
            stopping = true;
            all = new ArrayList<>(processes.values());
        }
        // The door first, the store last: nothing is asked of a part that is gone.
        for (Process process : all.reversed()) {
            process.destroy();
            try {
                if (!process.waitFor(PATIENCE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
