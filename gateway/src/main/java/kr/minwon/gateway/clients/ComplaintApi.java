package kr.minwon.gateway.clients;

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
