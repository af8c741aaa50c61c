package kr.minwon.notification.dispatch.nhncloud;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kr.minwon.notification.dispatch.Receipts;
import kr.minwon.notification.dispatch.http.Secret;
import kr.minwon.notification.dispatch.http.Webhook;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Receipt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * NHN Cloud's event {@code MESSAGE_RESULT_UPDATE}: hooks of single messages, with {@code X-Toast-Webhook-Signature}, the
 * signature entered there, as it is. It says nothing of the body, so the connection has to be TLS.
 */
final class NhnWebhook implements Webhook {
    private static final String SIGNATURE = "X-Toast-Webhook-Signature";
    private static final String COMPLETED = "COMPLETED";
    private static final Set<String> FAILURES = Set.of("FAILED", "FAILED_AD", "CANCEL", "DUPLICATED");

    private final @Nullable Secret secret;

    NhnWebhook(@Nullable Secret secret) {
        this.secret = secret;
    }

    @Override
    public String provider() {
        return NhnCloud.NAME;
    }

    @Override
    public boolean isGenuine(Function<String, @Nullable String> header) throws Secret.Unreadable {
        return secret != null && Secret.same(secret.read(), header.apply(SIGNATURE));
    }

    @Override
    public List<Receipts.Notice> read(JsonNode body, Instant now) {
        List<Receipts.Notice> notices = new ArrayList<>();
        if (!body.path("event").asString("").equals("MESSAGE_RESULT_UPDATE")) {
            return notices;
        }
        for (JsonNode hook : body.path("hooks")) {
            String status = hook.path("messageStatus").asString("");
            String request = hook.path("requestId").asString("");
            String code = hook.path("resultCode").asString("");
            if (isEnd(status, code) && !request.isEmpty()) {
                // The published example spells the key otherwise than the published table.
                String ours = hook.path("recipientGroupingKey")
                        .asString(hook.path("recipientGropuingKey").asString(""));
                notices.add(new Receipts.Notice(
                        NhnCloud.NAME,
                        NhnCloud.id(request, hook.path("recipientSeq").asInt(1)),
                        hook.path("recipientNo").asString("").replaceAll("\\D", ""),
                        ours.isEmpty() ? null : Message.referenceOf(ours),
                        receipt(status, code.isEmpty() ? status : code, now)));
            }
        }
        return notices;
    }

    /** A reservation or one under way says nothing yet, nor does a state that no document names. */
    private static boolean isEnd(String status, String code) {
        return status.equals(COMPLETED) ? !code.isEmpty() : FAILURES.contains(status);
    }

    /** Completed says that it went out; whether it arrived is told by the carrier's code. */
    private static Receipt receipt(String status, String code, Instant now) {
        return NhnCloud.receipt(status.equals(COMPLETED) && code.equals(NhnCloud.ARRIVED), code, now);
    }
}
