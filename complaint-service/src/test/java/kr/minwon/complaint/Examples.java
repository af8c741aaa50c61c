package kr.minwon.complaint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** Requests and events to begin a test with. */
public final class Examples {
    private static final AtomicInteger PHONES = new AtomicInteger(new SecureRandom().nextInt(50_000_000));

    private Examples() {}

    /** A mobile nobody else in this run has. */
    public static String phone() {
        return "010%08d".formatted(PHONES.incrementAndGet());
    }

    public static Map<String, Object> filing() {
        return filing(phone());
    }

    public static Map<String, Object> filing(String phone) {
        Map<String, Object> filing = new LinkedHashMap<>();
        filing.put("title", "골목 보안등이 꺼졌어요");
        filing.put("body", "화정3동 12-3 앞 보안등이 사흘째 꺼져 있습니다.\n밤에 어두워서 위험해요.");
        filing.put("category", "street-light");
        filing.put("location", Map.of("address", "광주광역시 서구 화정3동 12-3", "lat", 35.1468, "lng", 126.8781));
        filing.put("reporter", Map.of("name", "홍길동", "phone", phone));
        filing.put("smsConsent", true);
        return filing;
    }

    public static Map<String, Object> filingWith(String field, Object value) {
        Map<String, Object> filing = filing();
        filing.put(field, value);
        return filing;
    }

    /** A key of 128 random bits. */
    public static String key() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The golden example of an event, for another complaint. */
    public static ObjectNode event(String type, String complaintId) {
        ObjectNode event = golden(type);
        event.put("complaintId", complaintId);
        return event;
    }

    /** The golden example as it stands in contracts. */
    public static ObjectNode golden(String type) {
        try (InputStream resource = Examples.class.getResourceAsStream("/contracts/events/" + type + ".example.json")) {
            return (ObjectNode) RunningService.JSON.readTree(Objects.requireNonNull(resource, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
