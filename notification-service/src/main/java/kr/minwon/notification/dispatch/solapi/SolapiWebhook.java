package kr.minwon.notification.dispatch.solapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import kr.minwon.notification.dispatch.Receipts;
import kr.minwon.notification.dispatch.http.Secret;
import kr.minwon.notification.dispatch.http.Webhook;
import kr.minwon.notification.message.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * SOLAPI's report of single messages: an array of messages as its list shows them, with {@code X-Solapi-Secret}, the
 * hexadecimal SHA-1 of the secret entered there. That form is what users of it verify; SOLAPI's own pages could not be
 * read. It says nothing of the body, so the connection has to be TLS.
 */
final class SolapiWebhook implements Webhook {
    private static final String SECRET = "X-Solapi-Secret";

    private final @Nullable Secret secret;

    SolapiWebhook(@Nullable Secret secret) {
        this.secret = secret;
    }

    @Override
    public String provider() {
        return Solapi.NAME;
    }

    @Override
    public boolean isGenuine(Function<String, @Nullable String> header) throws Secret.Unreadable {
        return secret != null && Secret.same(asSent(secret.read()), header.apply(SECRET));
    }

    static String asSent(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    @Override
    public List<Receipts.Notice> read(JsonNode body, Instant now) {
        List<Receipts.Notice> notices = new ArrayList<>();
        for (JsonNode message : body) {
            String id = message.path("messageId").asString("");
            String code = message.path("statusCode").asString("");
            if (!id.isEmpty() && code.matches("\\d{4}") && !SolapiCodes.isUnderWay(code)) {
                String ours =
                        message.path("customFields").path(Solapi.REFERENCE).asString("");
                notices.add(new Receipts.Notice(
                        Solapi.NAME,
                        id,
                        message.path("to").asString("").replaceAll("\\D", ""),
                        ours.isEmpty() ? null : Message.referenceOf(ours),
                        Solapi.receipt(code, now)));
            }
        }
        return notices;
    }
}
