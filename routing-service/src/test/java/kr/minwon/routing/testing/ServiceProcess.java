package kr.minwon.routing.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import kr.minwon.routing.RoutingServiceApplication;
import kr.minwon.signedcalls.testing.TestCalls;

/** The service as a process of its own, so that it can be killed. */
public final class ServiceProcess implements AutoCloseable {
    private final Process process;

    /**
     * Starts it.
     *
     * @param portOffset where its ports are
     * @param log what it says goes there
     */
    public ServiceProcess(Ground ground, int portOffset, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                RoutingServiceApplication.class.getName());
        Map<String, String> environment = builder.environment();
        environment.put("KAFKA_BROKERS", ground.brokers());
        environment.put("MONGODB_URI", ground.storeUri());
        environment.put("MINWON_DATABASE_PREFIX", ground.database());
        environment.put("MINWON_PORT_OFFSET", String.valueOf(portOffset));
        environment.put("MINWON_CALLER_KEYS_FILE", TestCalls.publicKeys().toString());
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
                .start();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
