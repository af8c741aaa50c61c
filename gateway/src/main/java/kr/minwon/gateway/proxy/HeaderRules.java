package kr.minwon.gateway.proxy;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;

/**
 * Which headers pass the door. Named ones pass, all others stay outside (inside): hop-by-hop headers, cookies, forged
 * {@code X-Minwon-Caller}, server names. Nothing of the API is cached: it is personal, or cheap.
 */
final class HeaderRules {
    private static final Set<String> INWARD = named(
            HttpHeaders.ACCEPT,
            HttpHeaders.CONTENT_LANGUAGE,
            "Idempotency-Key",
            "X-Lookup-Code",
            "X-Phone-Token",
            "X-Device-Token",
            // By which whoever brings what people text shows that it is theirs.
            "X-Minwon-Timestamp",
            "X-Minwon-Signature",
            // By which whoever runs a free number for opting out shows that it is them.
            "X-Opt-Out-Secret",
            // By which SMS providers show that a receipt is theirs.
            "X-Solapi-Secret",
            "X-Toast-Webhook-Signature");
    private static final Set<String> OUTWARD = named(
            HttpHeaders.ALLOW,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER);

    private HeaderRules() {}

    private static Set<String> named(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }

    /** What of a client's headers a service gets. */
    static HttpHeaders inward(HttpHeaders headers) {
        return only(INWARD, headers);
    }

    /** What of a service's headers a client gets. */
    static HttpHeaders outward(HttpHeaders headers) {
        return only(OUTWARD, headers);
    }

    private static HttpHeaders only(Set<String> names, HttpHeaders headers) {
        HttpHeaders passing = new HttpHeaders();
        headers.forEach((name, values) -> {
            if (names.contains(name)) {
                passing.put(name, values);
            }
        });
        return passing;
    }
}
