package kr.minwon.gateway.clients;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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

    /** @param purpose such as {@code caseNotices} */
    record Consent(String purpose, boolean given) {}

    /** @param caseNotices whether texts of one's cases are sent, where the filing agreed to them */
    record Consents(boolean caseNotices, List<Entry> entries) {}

    /** A line of the ledger, the oldest first. */
    record Entry(String purpose, boolean given, String channel, String words, String at) {}
}
