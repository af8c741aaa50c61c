package kr.minwon.phonesimulator.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what providers are sent. */
final class Bodies {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_BYTES = 1 << 20;
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(SEOUL);

    private Bodies() {}

    /** The JSON object of a body, if it is one. */
    static Optional<JsonNode> json(HttpServletRequest request) throws IOException {
        try {
            JsonNode read = JSON.readTree(request.getInputStream().readNBytes(MOST_BYTES));
            return read != null && read.isObject() ? Optional.of(read) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static byte[] hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Epoch milliseconds of a time of Seoul. */
    static long millis(String time) {
        return LocalDateTime.parse(time, TIME).atZone(SEOUL).toInstant().toEpochMilli();
    }

    /** A time of Seoul. */
    static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }
}
