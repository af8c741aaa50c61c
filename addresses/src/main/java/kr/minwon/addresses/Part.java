package kr.minwon.addresses;

/** The parts that listen on a port, with their default ports. */
public enum Part {
    GATEWAY("gateway", 8080),
    COMPLAINT("complaint", 8081),
    ROUTING("routing", 8082),
    NOTIFICATION("notification", 8083),
    GATEWAY_MANAGEMENT("gateway", 8084),
    COMPLAINT_MANAGEMENT("complaint", 8085),
    ROUTING_MANAGEMENT("routing", 8086),
    NOTIFICATION_MANAGEMENT("notification", 8087),
    PHONES("phones", 8090),
    SMPP("smpp", 2775),
    BROKER("broker", 8092),
    CONTROLLER("controller", 8093),
    STORE("store", 8094);

    private final String service;
    private final int defaultPort;

    Part(String service, int defaultPort) {
        this.service = service;
        this.defaultPort = defaultPort;
    }

    /** The name under which a service's settings go, such as {@code complaint}. */
    public String service() {
        return service;
    }

    /** The port with no offset. */
    public int defaultPort() {
        return defaultPort;
    }

    Part management() {
        return valueOf(name() + "_MANAGEMENT");
    }
}
