package kr.minwon.notification.consent.web;

import java.util.List;
import kr.minwon.notification.consent.ConsentEntry;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.message.SeoulTime;
import kr.minwon.notification.verification.VerifyPhone;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the owner of a verified phone has said about being texted: their own record, and saying otherwise. */
@RestController
@RequestMapping(path = "/api/v1/my/consents", produces = "application/json")
class MyConsentsController {
    private static final ProblemType NOT_VERIFIED = new ProblemType("phone-not-verified", 401);
    private static final String TOKEN = "X-Phone-Token";
    /** The sentence on the page; another sentence is another version. */
    private static final String WORDS = "page-1";

    private final ConsentLedger ledger;
    private final VerifyPhone verify;

    MyConsentsController(ConsentLedger ledger, VerifyPhone verify) {
        this.ledger = ledger;
        this.verify = verify;
    }

    /**
     * @param caseNotices whether texts of one's cases are sent, where the filing agreed to them
     * @param entries the oldest first
     */
    record ConsentsResponse(boolean caseNotices, List<EntryPart> entries) {}

    /** @param channel {@code text} or {@code verifiedPhone} */
    record EntryPart(String purpose, boolean given, String channel, String words, String at) {}

    record ConsentRequest(
            @Nullable String purpose, @Nullable Boolean given) {}

    @GetMapping
    ResponseEntity<ConsentsResponse> mine(
            Caller caller, @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return shown(caller.officeId(), phone(caller, token));
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<ConsentsResponse> say(
            Caller caller,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestBody ConsentRequest request) {
        String phone = phone(caller, token);
        FieldErrors errors = new FieldErrors();
        if (!Purpose.CASE_NOTICES.name().equals(request.purpose())) {
            errors.add("purpose", "no-purpose");
        }
        Boolean given = request.given();
        if (given == null) {
            errors.add("given", "required");
        }
        errors.throwIfAny();
        ledger.record(
                caller.officeId(),
                phone,
                Purpose.CASE_NOTICES,
                Boolean.TRUE.equals(given),
                ConsentEntry.Channel.VERIFIED_PHONE,
                WORDS);
        return shown(caller.officeId(), phone);
    }

    private String phone(Caller caller, @Nullable String token) {
        return verify.phone(caller.officeId(), token == null ? "" : token)
                .orElseThrow(() -> new ProblemException(NOT_VERIFIED));
    }

    private ResponseEntity<ConsentsResponse> shown(String officeId, String phone) {
        List<ConsentEntry> entries = ledger.of(officeId, phone);
        boolean told = entries.stream()
                .filter(one -> one.purpose().equals(Purpose.CASE_NOTICES))
                .reduce((earlier, later) -> later)
                .map(ConsentEntry::given)
                .orElse(true);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ConsentsResponse(
                        told,
                        entries.stream()
                                .map(one -> new EntryPart(
                                        one.purpose().name(),
                                        one.given(),
                                        one.channel().wireName(),
                                        one.words(),
                                        SeoulTime.seconds(one.at())))
                                .toList()));
    }
}
