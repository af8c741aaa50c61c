package kr.minwon.standalone;

import kr.minwon.addresses.Addresses;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** One log for the whole JVM. Four contexts that each set up logging would race for it, so none of them does. */
final class Logs {
    private Logs() {}

    /** Must run before the first logger is asked for. */
    static void toFile(Addresses addresses) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "logback-standalone.xml");
        System.setProperty(
                "minwon.log.file", addresses.data().resolve("logs/minwon.log").toString());
        // Tomcat logs by java.util.logging.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
