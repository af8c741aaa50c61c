package kr.minwon.gateway.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address a request is counted under: the peer's, or the one a trusted proxy forwarded. An IPv6 address counts by
 * its /64, because that is what one subscriber gets.
 */
@Component
public class ClientAddresses {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final int MAX_HOPS = 20;

    private final List<AddressRange> trusted;

    ClientAddresses(@Value("${minwon.trusted-proxies:}") List<String> trusted) {
        this.trusted = trusted.stream()
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(AddressRange::parse)
                .toList();
    }

    /** What the sender of the request is counted under. */
    public String of(HttpServletRequest request) {
        return AddressRange.subscriber(clientOf(request));
    }

    /** The network that the sender of the request is counted under, where an address by itself is too easily changed. */
    public String networkOf(HttpServletRequest request) {
        return AddressRange.network(clientOf(request));
    }

    /** Whether the client spoke TLS: to us, or to a trusted proxy that says so. */
    public boolean isSecure(HttpServletRequest request) {
        return request.isSecure()
                || (isTrusted(request.getRemoteAddr()) && "https".equalsIgnoreCase(request.getHeader(FORWARDED_PROTO)));
    }

    private String clientOf(HttpServletRequest request) {
        String client = request.getRemoteAddr();
        // From the nearest hop outwards: the first that we do not trust is the one nobody else could have forged.
        for (String hop : hops(request)) {
            if (!isTrusted(client) || !AddressRange.isAddress(hop)) {
                break;
            }
            client = hop;
        }
        return client;
    }

    private static List<String> hops(HttpServletRequest request) {
        String header = String.join(",", Collections.list(request.getHeaders(FORWARDED_FOR)));
        List<String> hops = header.isBlank()
                ? List.of()
                : Arrays.stream(header.split(",", -1)).map(String::strip).toList();
        List<String> nearest = hops.subList(Math.max(0, hops.size() - MAX_HOPS), hops.size());
        return nearest.reversed();
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }
}
