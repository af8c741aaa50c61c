package kr.minwon.notification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The service, or something beside it, as a process of its own. */
final class ServiceProcess {
    /** How a benchmark is told to start the JVM, by the launcher that started it: flags with blanks between them. */
    private static final String FLAGS = System.getProperty("minwon.flags", "");

    private ServiceProcess() {}

    /** @param properties such as {@code minwon.smpp.answer-within=2s} */
    static Process start(TestBed bed, String instance, Path log, String... properties) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("management.server.port=0"));
        arguments.addAll(Arrays.asList(properties));
        if (arguments.stream().noneMatch(one -> one.startsWith("server.port="))) {
            arguments.add("server.port=0");
        }
        return java(
                NotificationServiceApplication.class,
                log,
                bed.environment(instance),
                arguments.stream().map(one -> "--" + one).toArray(String[]::new));
    }

    static Process java(Class<?> main, Path log, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx256m", "-XX:+UseSerialGC"));
        Arrays.stream(FLAGS.split(" ")).filter(flag -> !flag.isEmpty()).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}
