package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.limits.ClientAddresses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The stream behind a page that changes by itself. */
@Controller
class LivePages {
    private static final Logger log = LoggerFactory.getLogger(LivePages.class);
    private static final String DIGEST = "[0-9a-f]{16}";

    private final LiveStreams streams;
    private final ComplaintApi complaints;
    private final CaseCookies cookies;
    private final ClientAddresses addresses;

    LivePages(LiveStreams streams, ComplaintApi complaints, CaseCookies cookies, ClientAddresses addresses) {
        this.streams = streams;
        this.complaints = complaints;
        this.cookies = cookies;
        this.addresses = addresses;
    }

    /**
     * Streams changes of a case.
     *
     * @param shown digest of what the page shows; after a reconnect the browser sends the last one it was told
     */
    @GetMapping(
            path = "/complaints/{receiptNumber:" + Numbers.SHAPE + "}/live",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void follow(
            @PathVariable String receiptNumber,
            @RequestParam(required = false) @Nullable String shown,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<String> code = cookies.code(request, receiptNumber);
        if (code.isEmpty()) {
            // Tells the browser not to come again.
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        String address = addresses.of(request);
        if (!streams.enter(address)) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            return;
        }
        try {
            // Whoever may not look is told so before a stream begins.
            complaints.lookUp(receiptNumber, code.get());
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            // A proxy that buffers would hold events back.
            response.setHeader("X-Accel-Buffering", "no");
            streams.follow(
                    new LiveStreams.Wanted(
                            address,
                            receiptNumber,
                            digest(last == null ? shown : last),
                            () -> CaseView.digest(complaints.lookUp(receiptNumber, code.get()))),
                    response.getOutputStream());
        } catch (IOException gone) {
            log.debug("a live page was closed: {}", gone.getMessage());
        } finally {
            streams.leave(address);
        }
    }

    private static String digest(@Nullable String said) {
        return said != null && said.matches(DIGEST) ? said : "";
    }
}
