package kr.minwon.complaint.complaint.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.Complaints;
import kr.minwon.complaint.complaint.Filing;
import kr.minwon.complaint.complaint.LookupCodes;
import kr.minwon.complaint.complaint.PhoneTokens;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What the owner of a verified phone filed, with the codes that open it: for those who have lost them. */
@RestController
class MyComplaintsController {
    private static final ProblemType NOT_VERIFIED = new ProblemType("phone-not-verified", 401);
    private static final int MOST = 100;

    private final Complaints complaints;
    private final PhoneTokens tokens;
    private final LookupCodes codes;
    private final Clock clock;

    MyComplaintsController(Complaints complaints, PhoneTokens tokens, LookupCodes codes, Clock clock) {
        this.complaints = complaints;
        this.tokens = tokens;
        this.codes = codes;
        this.clock = clock;
    }

    /** @param items the latest first, at most 100 */
    record MineResponse(List<MinePart> items) {}

    record MinePart(
            String receiptNumber,
            String lookupCode,
            String title,
            String status,
            String statusLabel,
            String submittedAt) {}

    @GetMapping(path = "/api/v1/my/complaints", produces = "application/json")
    ResponseEntity<MineResponse> mine(
            Caller caller, @RequestHeader(name = "X-Phone-Token", required = false) @Nullable String token) {
        List<String> contactIds = Optional.ofNullable(token)
                .flatMap(brought -> tokens.contactIds(caller.officeId(), brought))
                .orElseThrow(() -> new ProblemException(NOT_VERIFIED));
        Instant now = clock.instant();
        List<MinePart> items = contactIds.stream()
                .flatMap(contactId ->
                        complaints.ofPerson(caller.officeId(), contactId, now.plusMillis(1), MOST).stream())
                .sorted(Comparator.comparing((Complaint one) -> one.filing().submittedAt())
                        .reversed())
                .limit(MOST)
                .map(this::part)
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new MineResponse(items));
    }

    private MinePart part(Complaint complaint) {
        Filing filing = complaint.filing();
        return new MinePart(
                filing.receiptNumber().value(),
                codes.codeOf(complaint.id(), filing.lookupKeyId()),
                filing.title(),
                complaint.status().wireName(),
                complaint.status().label(),
                SeoulTime.iso(filing.submittedAt()));
    }
}
