package kr.minwon.gateway.clients;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What of complaint-service everyone may read. */
@HttpExchange("/api/v1/public/complaints")
public interface OpenComplaintApi {
    /** Some of the complaints, the latest first. */
    @GetExchange
    OpenComplaint.Page list(@RequestParam MultiValueMap<String, String> query);

    /** One of them. */
    @GetExchange("/{receiptNumber}")
    OpenComplaint one(@PathVariable String receiptNumber);
}
