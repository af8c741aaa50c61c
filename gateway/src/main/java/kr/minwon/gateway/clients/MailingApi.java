package kr.minwon.gateway.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** notification-service's SMS corner for staff: one text to all who subscribed to a topic. */
@HttpExchange("/api/v1/staff/mailings")
public interface MailingApi {
    /** The office's, the latest first. */
    @GetExchange
    Page list(@RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/{id}")
    Mailing show(@PathVariable String id);

    @PostExchange(contentType = MediaType.APPLICATION_JSON_VALUE)
    Mailing write(@RequestBody Letter letter, @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Writes a draft anew. */
    @PutExchange(url = "/{id}", contentType = MediaType.APPLICATION_JSON_VALUE)
    Mailing rewrite(@PathVariable String id, @RequestBody Letter letter);

    /** @param move such as {@code approval} */
    @PostExchange(url = "/{id}/{move}", contentType = MediaType.APPLICATION_JSON_VALUE)
    Mailing move(@PathVariable String id, @PathVariable String move, @RequestBody Move seen);

    /** What became of each text, a page at a time. */
    @GetExchange("/{id}/recipients")
    Recipients recipients(
            @PathVariable String id, @RequestParam(required = false) @Nullable String cursor, @RequestParam int limit);

    /** As it was typed; {@code revision} is the one that was looked at. */
    record Letter(
            @Nullable String topic,
            List<String> dongs,
            @Nullable String subject,
            @Nullable String text,
            boolean advertising,
            @Nullable String sendAt,
            @Nullable Integer revision) {}

    record Move(int revision, @Nullable String note) {}

    record Page(List<Mailing> items, @Nullable String next) {}

    /**
     * A mailing.
     *
     * @param ours whether whoever asks acts for the department whose it is, or for the whole office
     * @param mine whether whoever asks had a hand in it, and so cannot approve it
     * @param sample as it reads on a phone
     * @param sampleSubject its subject as phones show it; null for none
     * @param reach null while it is counted, as is {@code costAtMost}
     * @param urgent whether it goes at night too
     * @param heldUntil until when the night holds it, were it approved by now; null when it goes at its time
     * @param timePast whether its time has passed before it was approved: another has to be chosen
     */
    record Mailing(
            String mailingId,
            String state,
            String topic,
            List<String> dongs,
            @Nullable String subject,
            String text,
            boolean advertising,
            @Nullable String sendAt,
            int revision,
            boolean ours,
            boolean mine,
            String createdAt,
            List<Entry> log,
            String sample,
            @Nullable String sampleSubject,
            @Nullable Integer bytes,
            @Nullable String type,
            @Nullable Long reach,
            @Nullable Long costAtMost,
            long cost,
            @Nullable Boolean urgent,
            @Nullable String heldUntil,
            @Nullable Boolean timePast,
            Progress progress) {}

    /** Somebody did something; what time does has no {@code by}. */
    record Entry(String what, @Nullable String by, @Nullable String note, String at) {}

    record Progress(
            long messages,
            long queued,
            long sending,
            long accepted,
            long delivered,
            long failed,
            long unknown,
            long dropped,
            List<Reason> reasons,
            @Nullable String countedAt) {}

    record Reason(String cause, long texts) {}

    record Recipients(List<Recipient> items, @Nullable String next) {}

    /** @param to masked */
    record Recipient(
            String to,
            String state,
            @Nullable String provider,
            @Nullable String sentAt,
            @Nullable String endedAt,
            @Nullable String cause,
            @Nullable String reason) {}
}
