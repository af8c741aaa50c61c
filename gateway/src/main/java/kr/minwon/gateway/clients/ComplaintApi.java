package kr.minwon.gateway.clients;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** complaint-service, called as whoever the page is shown to. */
@HttpExchange("/api/v1")
public interface ComplaintApi {
    /** Files a complaint without photos. */
    @PostExchange(url = "/complaints", contentType = MediaType.APPLICATION_JSON_VALUE)
    Receipt file(@RequestBody Filing filing, @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Files a complaint with photos: make the body with {@link MultipartFiling}. */
    @PostExchange(url = "/complaints", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
    Receipt file(
            @RequestBody MultiValueMap<String, HttpEntity<?>> parts,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** A resident's look-up. */
    @GetExchange("/complaints/{receiptNumber}")
    PublicCase lookUp(@PathVariable String receiptNumber, @RequestHeader("X-Lookup-Code") String code);

    /** What the owner of a verified phone filed. */
    @GetExchange("/my/complaints")
    Mine mine(@RequestHeader("X-Phone-Token") String phoneToken);

    /** A photo, for the resident. */
    @GetExchange("/complaints/{receiptNumber}/attachments/{attachmentId}")
    ResponseEntity<byte[]> attachment(
            @PathVariable String receiptNumber,
            @PathVariable String attachmentId,
            @RequestHeader("X-Lookup-Code") String code);

    /** Withdraws a complaint (민원처리법 §22). */
    @PostExchange(url = "/complaints/{receiptNumber}/withdrawal", contentType = MediaType.APPLICATION_JSON_VALUE)
    Moved withdraw(
            @PathVariable String receiptNumber,
            @RequestHeader("X-Lookup-Code") String code,
            @RequestBody Withdrawal withdrawal,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Rates the answer, which closes the case. */
    @PostExchange(url = "/complaints/{receiptNumber}/rating", contentType = MediaType.APPLICATION_JSON_VALUE)
    Moved rate(
            @PathVariable String receiptNumber,
            @RequestHeader("X-Lookup-Code") String code,
            @RequestBody PublicCase.Rating rating,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Supplies what the office asked for (보완), with the look-up code. */
    @PostExchange(url = "/complaints/{receiptNumber}/supplements", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> supply(
            @PathVariable String receiptNumber,
            @RequestHeader("X-Lookup-Code") String code,
            @RequestBody MultiValueMap<String, HttpEntity<?>> parts,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Asks for more time to supply it. */
    @PostExchange(
            url = "/complaints/{receiptNumber}/supplements/more-time",
            contentType = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> moreTime(
            @PathVariable String receiptNumber,
            @RequestHeader("X-Lookup-Code") String code,
            @RequestBody Map<String, Object> nothing);

    /** Changes what was asked ({@code change}), asks for one more answer ({@code reopening}), objects ({@code objection}). */
    @PostExchange(url = "/complaints/{receiptNumber}/{move}", contentType = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> reopen(
            @PathVariable String receiptNumber,
            @PathVariable String move,
            @RequestHeader("X-Lookup-Code") String code,
            @RequestBody Map<String, Object> body,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Consents to a further extension, or does not. */
    @PostExchange(url = "/complaints/{receiptNumber}/extension-consent", contentType = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> consent(
            @PathVariable String receiptNumber,
            @RequestHeader("X-Lookup-Code") String code,
            @RequestBody Map<String, Object> consent,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** What a link of a text asks for. */
    @GetExchange("/links/{token}")
    AskedByLink link(@PathVariable String token);

    /** Answers what a link asks for: {@code {text} | {moreTime} | {agree}}. */
    @PostExchange(url = "/links/{token}", contentType = MediaType.APPLICATION_JSON_VALUE)
    AskedByLink answerLink(
            @PathVariable String token,
            @RequestBody Map<String, Object> answer,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Answers with photos: make the body with {@link MultipartFiling#answer}. */
    @PostExchange(url = "/links/{token}", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
    AskedByLink answerLink(
            @PathVariable String token,
            @RequestBody MultiValueMap<String, HttpEntity<?>> parts,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /**
     * Does what the law's procedure lets an officer do in complaint-service: {@code accept}, {@code answer-draft},
     * {@code approval}, {@code merge}, {@code note}, {@code repeat}, {@code return}, {@code supplement-request}.
     */
    @PostExchange(url = "/staff/complaints/{receiptNumber}/{step}", contentType = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> take(
            @PathVariable String receiptNumber,
            @PathVariable String step,
            @RequestBody Map<String, Object> body,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Takes a step further, or back: {@code repeat/close}, {@code repeat/undo}, {@code merge/undo}. */
    @PostExchange(
            url = "/staff/complaints/{receiptNumber}/{step}/{move}",
            contentType = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> take(
            @PathVariable String receiptNumber,
            @PathVariable String step,
            @PathVariable String move,
            @RequestBody Map<String, Object> body,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** A page of a month's register (민원처리부). */
    @GetExchange("/staff/register")
    Register register(@RequestParam String month, @RequestParam(required = false) @Nullable String cursor);

    /** Cases by their words or their number, the latest first. */
    @GetExchange("/staff/search")
    Search search(@RequestParam String q, @RequestParam(required = false) @Nullable String cursor);

    /** What the same person brought before. */
    @GetExchange("/staff/complaints/{receiptNumber}/related")
    Related related(@PathVariable String receiptNumber);

    /**
     * The whole case, for staff.
     *
     * @param reveal {@code reporter} shows the reporter unmasked, which the service records; null leaves it out
     */
    @GetExchange("/staff/complaints/{receiptNumber}")
    StaffCase staffCase(@PathVariable String receiptNumber, @RequestParam(required = false) @Nullable String reveal);

    /** A photo, for staff. */
    @GetExchange("/staff/complaints/{receiptNumber}/attachments/{attachmentId}")
    ResponseEntity<byte[]> staffAttachment(@PathVariable String receiptNumber, @PathVariable String attachmentId);

    /** Answers the complaint. */
    @PostExchange(url = "/staff/complaints/{receiptNumber}/answer", contentType = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> answer(
            @PathVariable String receiptNumber,
            @RequestBody StaffAnswer answer,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /**
     * What a link of a text asks for.
     *
     * @param action {@code supplement} or {@code consent}
     * @param answerBy until when a supplement is to come
     * @param dueAt the deadline that a consent would bring
     * @param texted true of a supplement that came by a text, to which photos may be added
     */
    record AskedByLink(
            String receiptNumber,
            String status,
            @Nullable String title,
            String action,
            @Nullable String request,
            @Nullable String answerBy,
            @Nullable String dueAt,
            @Nullable Integer moreTime,
            PublicCase.@Nullable Department department,
            @Nullable Boolean texted) {}

    /** The latest first. */
    record Mine(List<MyComplaint> items) {}

    /** A complaint of one's own, with the code that opens it. */
    record MyComplaint(
            String receiptNumber,
            String lookupCode,
            String title,
            String status,
            @Nullable String statusLabel,
            String submittedAt) {}

    /**
     * What one person brought before.
     *
     * @param likelyRepeat whether this seems to be the third or later of one matter
     * @param repeatOf what it is marked as a repeat of
     */
    record Related(
            String receiptNumber,
            @Nullable String status,
            @Nullable Boolean likelyRepeat,
            @Nullable List<String> repeatOf,
            @Nullable List<Earlier> earlier) {}

    /** An earlier petition of the same person. */
    record Earlier(
            String receiptNumber,
            @Nullable String title,
            @Nullable String status,
            @Nullable String submittedAt,
            @Nullable Integer results,
            @Nullable Boolean alike) {}

    /**
     * A page of found cases.
     *
     * @param byNumber whether a receipt number was typed
     * @param hint why nothing was looked for; null when it was
     */
    record Search(
            @Nullable List<Found> items,
            @Nullable Boolean byNumber,
            @Nullable String next,
            @Nullable Hint hint) {}

    /** Why nothing was looked for, such as {@code personal-number}. */
    record Hint(@Nullable String code) {}

    /** A stretch of a text where a word stands; {@code to} is behind its last UTF-16 unit. */
    record Hit(int from, int to) {}

    /** A case that was found; nothing in it says who filed. */
    record Found(
            String receiptNumber,
            @Nullable String title,
            @Nullable String category,
            @Nullable String departmentId,
            @Nullable String status,
            @Nullable String submittedAt,
            @Nullable String excerpt,
            @Nullable List<Hit> titleHits,
            @Nullable List<Hit> excerptHits) {}

    /** A page of the register. */
    record Register(
            @Nullable List<RegisterLine> items, @Nullable String next) {}

    /** A line of it; the reporter is masked. */
    record RegisterLine(
            String receiptNumber,
            @Nullable String submittedAt,
            @Nullable String acceptedAt,
            @Nullable String title,
            @Nullable String categoryName,
            @Nullable String reporter,
            PublicCase.@Nullable Department department,
            @Nullable String dueAt,
            @Nullable String status,
            @Nullable String statusLabel,
            @Nullable String outcome,
            @Nullable String finishedAt) {}

    /** Where a resident's move has brought the case. */
    record Moved(String receiptNumber, String status) {}

    /** Why a resident withdraws. */
    record Withdrawal(@Nullable String reason) {}

    /**
     * What an officer answers.
     *
     * @param outcome {@code 수용 일부수용 불수용 기완료 기타}
     */
    record StaffAnswer(@Nullable String outcome, @Nullable String text) {}
}
