package kr.minwon.gateway.clients;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The texts that people sent, in notification-service, called as whoever the page is shown to. */
@HttpExchange("/api/v1/staff")
public interface ReplyApi {
    /**
     * A list of them.
     *
     * @param state {@code open}: those that somebody has to look at, the oldest first; {@code automatic}: those that no person
     *     seems to have written, the latest first
     */
    @GetExchange("/replies")
    Replies list(@RequestParam String state, @RequestParam(required = false) @Nullable String cursor);

    /** Those of a case, the oldest first. */
    @GetExchange("/complaints/{receiptNumber}/replies")
    Replies ofCase(@PathVariable String receiptNumber);

    /**
     * Does something with one.
     *
     * @param what {@code note} with a {@code receiptNumber}, {@code complaint} with a {@code title}, or {@code done} with a
     *     {@code reason}
     */
    @PostExchange(url = "/replies/{id}/{what}", contentType = MediaType.APPLICATION_JSON_VALUE)
    Reply handle(@PathVariable String id, @PathVariable String what, @RequestBody Map<String, Object> body);

    /** A page of texts; {@code next} is the cursor of the next one, null at the end. */
    record Replies(List<Reply> items, @Nullable String next) {}

    /**
     * A text that somebody sent.
     *
     * @param from masked
     * @param mobile whether it can be filed as a complaint
     * @param cut whether there was more
     * @param meaning such as {@code rating}
     * @param why somebody has to look at it, such as {@code ambiguous}
     * @param refusal why its case could not take it
     * @param handling what somebody of the office did with it; null while nobody has
     */
    record Reply(
            @Nullable String replyId,
            @Nullable String from,
            @Nullable Boolean mobile,
            @Nullable String text,
            @Nullable Boolean cut,
            @Nullable String receivedAt,
            @Nullable String meaning,
            @Nullable String why,
            @Nullable String refusal,
            @Nullable String receiptNumber,
            @Nullable Boolean open,
            @Nullable Handling handling) {}

    /**
     * What somebody of the office did with a text.
     *
     * @param what attached, filed or done
     */
    record Handling(@Nullable String what, @Nullable String by) {}
}
