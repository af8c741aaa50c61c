package kr.minwon.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** Inbound texts as a source of a webhook brings them. */
final class InboundTexts {
    static final String SECRET = "what the carrier signs with";
    private static final String OFFICE_NUMBER = "0620000000";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private InboundTexts() {}

    static String webhook(String id, String from, String text) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("from", from)
                .put("to", OFFICE_NUMBER)
                .put("text", text)
                .put("receivedAt", OffsetDateTime.now(ZoneOffset.UTC).toString())
                .toString();
    }

    /** As the README tells a source to make it. */
    static String signature(Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
