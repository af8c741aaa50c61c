package kr.minwon.gateway.clients;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services answer and how long the gateway waits for them.
 *
 * @param services by name: {@code complaint}, {@code routing}, {@code notification}
 * @param calls how long the gateway waits
 */
@ConfigurationProperties("minwon")
public record Services(
        Map<String, Service> services, @DefaultValue Calls calls) {
    /** One service. */
    public record Service(URI uri) {}

    /**
     * How long the gateway waits.
     *
     * @param connect for a connection
     * @param response for the answer to begin, and between its pieces
     * @param connections open at once, to all services
     */
    public record Calls(
            @DefaultValue("1s") Duration connect,
            @DefaultValue("30s") Duration response,
            @DefaultValue("512") int connections) {}

    /**
     * Where a service answers.
     *
     * @throws IllegalArgumentException for a name that the configuration does not have
     */
    public URI uri(String service) {
        Service known = services.get(service);
        if (known == null) {
            throw new IllegalArgumentException("no minwon.services." + service + ".uri");
        }
        return known.uri();
    }
}
