package kr.minwon.gateway.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** notification-service's ledger of who wants to be told what, for the owner of a verified phone. */
@HttpExchange("/api/v1/my/consents")
public interface ConsentApi {
    /** What they have said. */
    @GetExchange
    Consents mine(@RequestHeader("X-Phone-Token") String phoneToken);

    /** Says otherwise. */
    @PostExchange(contentType = MediaType.APPLICATION_JSON_VALUE)
    Consents say(@RequestHeader("X-Phone-Token") String phoneToken, @RequestBody Consent consent);

    /** What was agreed to in filing, the latest first. */
    @GetExchange("/filings")
    Filings filings(
            @RequestHeader("X-Phone-Token") String phoneToken, @RequestParam String cursor, @RequestParam int limit);

    /**
     * What is said.
     *
     * @param purpose such as {@code caseNotices}
     * @param words what the page said: version and language
     */
    record Consent(String purpose, boolean given, String words) {}

    /** @param next null at the end */
    record Filings(List<Filing> items, @Nullable String next) {}

    /** A filing that agreed to texts; {@code withdrawnAt} is null while that counts. */
    record Filing(
            String receiptNumber,
            @Nullable String consentedAt,
            @Nullable String withdrawnAt) {}

    /** @param caseNotices whether texts of one's cases are sent, where the filing agreed to them */
    record Consents(boolean caseNotices, List<Entry> entries) {}

    /**
     * A line of the ledger, the oldest first.
     *
     * @param sentence what the page said then; null when it was no page
     */
    record Entry(
            String purpose,
            boolean given,
            String channel,
            String words,
            @Nullable String sentence,
            String at) {}
}
