package kr.minwon.standalone;

import kr.minwon.addresses.Addresses;

/** One log for the whole JVM: structured into a file, warnings to the terminal. The first context sets it up. */
final class Logs {
    private Logs() {}

    static void toFile(Addresses addresses) {
        setUnlessGiven("logging.file.name", addresses.data().resolve("logs/minwon.log").toString());
        setUnlessGiven("logging.structured.format.file", "ecs");
        setUnlessGiven("logging.threshold.console", "WARN");
        setUnlessGiven("logging.logback.rollingpolicy.max-file-size", "50MB");
        setUnlessGiven("logging.logback.rollingpolicy.max-history", "7");
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
