package kr.minwon.gateway.clients;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** notification-service, called as whoever the page is shown to. */
@HttpExchange("/api/v1/staff/messages")
public interface NotificationApi {
    /** How a text would go out. */
    @PostExchange(url = "/preview", contentType = MediaType.APPLICATION_JSON_VALUE)
    Preview preview(@RequestBody PreviewRequest text);

    /** The messages of a case. */
    @GetExchange
    Messages ofCase(@RequestParam String receiptNumber);

    /** The messages in a state, such as {@code unknown}: those nobody can tell whether they went out. */
    @GetExchange
    Messages inState(@RequestParam String state, @RequestParam(required = false) @Nullable String cursor);

    /** Ends the doubt about a text. */
    @PostExchange(url = "/decision", contentType = MediaType.APPLICATION_JSON_VALUE)
    Message decide(@RequestBody Choice choice);

    /**
     * What is to become of a text in doubt.
     *
     * @param attempt the hand-over that was seen to be in doubt
     * @param decision {@code resend} or {@code leave}
     */
    record Choice(String messageId, int attempt, String decision) {}

    /**
     * A text to be sized.
     *
     * @param step whose text the words are for; null for the words alone
     * @param receiptNumber of the case; null for no case
     * @param values of the case, by variable of the step's text
     * @param advertising of a mailing; null for no mailing
     */
    record PreviewRequest(
            String text,
            @Nullable String subject,
            @Nullable String step,
            @Nullable String receiptNumber,
            @Nullable Map<String, String> values,
            @Nullable Boolean advertising) {
        /** The words alone. */
        public PreviewRequest(String text, @Nullable String subject) {
            this(text, subject, null, null, null, null);
        }
    }

    /**
     * How a text would go out.
     *
     * @param unencodable characters that EUC-KR lacks; then {@code bytes} and {@code type} are null
     * @param suggestions what could stand for some of them
     * @param sent what goes out, where a step was named
     */
    record Preview(
            boolean encodable,
            @Nullable List<String> unencodable,
            @Nullable Integer bytes,
            @Nullable String type,
            @Nullable Integer segments,
            @Nullable List<Suggestion> suggestions,
            @Nullable Sent sent) {}

    /**
     * The text of a step with what was written.
     *
     * @param bytes null for one in UCS-2, or one that is refused
     * @param type SMS, LMS or TOO_LONG; null for one that is refused
     * @param shortened whether there is no room for all that was written
     * @param assumed what is not known yet, and was taken as long as it may be
     * @param lost characters for which □ stands
     */
    record Sent(
            @Nullable String text,
            @Nullable String encoding,
            @Nullable Integer bytes,
            @Nullable String type,
            @Nullable Integer segments,
            @Nullable Boolean shortened,
            @Nullable List<String> assumed,
            @Nullable List<String> lost) {}

    /** What could stand for a character; {@code replacement} is empty when it is best left out. */
    record Suggestion(String character, String replacement) {}

    /** A page of messages; {@code next} is the cursor of the next one, null at the end. */
    record Messages(List<Message> items, @Nullable String next) {}

    /**
     * A text to a resident.
     *
     * @param to masked
     * @param cause what {@code reason} means, such as {@code no-such-number}
     * @param earlier hand-overs before the latest
     * @param awaitsDecision whether somebody has to decide
     * @param later steps told since, where a decision is awaited
     * @param overtaken whether those make it worthless
     * @param kind case, digest, code or mailing
     * @param channel SMS, LMS or ALIMTALK, of the latest hand-over
     * @param cost in won
     * @param tells what a digest tells
     * @param lost characters for which □ stands in the text
     */
    record Message(
            @Nullable String messageId,
            @Nullable String receiptNumber,
            @Nullable String step,
            @Nullable String recipient,
            @Nullable String to,
            @Nullable String text,
            @Nullable String encoding,
            @Nullable String provider,
            @Nullable String state,
            @Nullable String queuedAt,
            @Nullable String sentAt,
            @Nullable String acceptedAt,
            @Nullable DeliveryReceipt receipt,
            @Nullable String reason,
            @Nullable String cause,
            @Nullable String templateVersion,
            @Nullable Integer attempt,
            @Nullable Decision decision,
            @Nullable List<Attempt> earlier,
            @Nullable Boolean awaitsDecision,
            @Nullable List<String> later,
            @Nullable Boolean overtaken,
            @Nullable String kind,
            @Nullable String channel,
            @Nullable BigDecimal cost,
            @Nullable Merged mergedInto,
            @Nullable List<Told> tells,
            @Nullable List<String> lost) {}

    /** The text that tells one together with others, and what became of it. */
    record Merged(
            @Nullable String state,
            @Nullable String provider,
            @Nullable String acceptedAt,
            @Nullable DeliveryReceipt receipt,
            @Nullable String reason,
            @Nullable String cause) {}

    /** What a text tells together with others. */
    record Told(@Nullable String receiptNumber, @Nullable String step) {}

    /** What the provider said became of a text. */
    record DeliveryReceipt(
            @Nullable String state,
            @Nullable String at,
            @Nullable String reason,
            @Nullable String cause) {}

    /** How a doubt was ended: {@code what} is resend, leave or never-taken. */
    record Decision(
            @Nullable String what,
            @Nullable String by,
            @Nullable String at) {}

    /** A hand-over of a text that was handed over again. */
    record Attempt(
            @Nullable String provider,
            @Nullable String state,
            @Nullable String sentAt,
            @Nullable DeliveryReceipt receipt,
            @Nullable String reason,
            @Nullable String cause,
            @Nullable Decision decision,
            @Nullable String channel) {}
}
