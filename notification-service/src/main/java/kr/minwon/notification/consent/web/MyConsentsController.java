package kr.minwon.notification.consent.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import kr.minwon.notification.consent.ConsentEntry;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.ConsentWords;
import kr.minwon.notification.consent.FilingConsent;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.message.SeoulTime;
import kr.minwon.notification.message.Spoken;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the owner of a verified phone has said about being texted: their own record, and saying otherwise. */
@RestController
@RequestMapping(path = "/api/v1/my/consents", produces = "application/json")
class MyConsentsController {
    private static final ProblemType NOT_VERIFIED = new ProblemType("phone-not-verified", 401);
    private static final String TOKEN = "X-Phone-Token";
    private static final ProblemType NO_PAGE = new ProblemType("no-such-list-page", 400);
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{0,60}");
    private static final int MOST = 100;

    private final ConsentLedger ledger;
    private final ConsentWords words;
    private final VerifyPhone verify;

    MyConsentsController(ConsentLedger ledger, ConsentWords words, VerifyPhone verify) {
        this.ledger = ledger;
        this.words = words;
        this.verify = verify;
    }

    /**
     * @param caseNotices whether texts of one's cases are sent, where the filing agreed to them
     * @param entries the oldest first
     */
    record ConsentsResponse(boolean caseNotices, List<EntryPart> entries) {}

    /**
     * @param channel {@code text} or {@code verifiedPhone}
     * @param sentence what the page said, of the version and in the language that {@code words} names
     */
    record EntryPart(
            String purpose,
            boolean given,
            String channel,
            String words,
            @Nullable String sentence,
            String at) {}

    /** @param words version and language of what the page said, such as {@code page-1/ko}; the latest if left out */
    record ConsentRequest(
            @Nullable String purpose,
            @Nullable Boolean given,
            @Nullable String words) {}

    /** @param next cursor of the next page; null at the end */
    record FilingsResponse(List<FilingPart> items, @Nullable String next) {}

    /**
     * @param consentedAt when it was filed, null of an old case
     * @param withdrawnAt null while it counts
     */
    record FilingPart(
            String receiptNumber,
            @Nullable String consentedAt,
            @Nullable String withdrawnAt) {
        static FilingPart of(FilingConsent one) {
            Instant consented = one.consentedAt();
            Instant withdrawn = one.withdrawnAt();
            return new FilingPart(
                    one.receiptNumber(),
                    consented == null ? null : SeoulTime.seconds(consented),
                    withdrawn == null ? null : SeoulTime.seconds(withdrawn));
        }
    }

    @GetMapping
    ResponseEntity<ConsentsResponse> mine(
            Caller caller, @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return shown(caller.officeId(), phone(caller, token));
    }

    /** The consents that were given in filing complaints, the latest first. */
    @GetMapping("/filings")
    ResponseEntity<FilingsResponse> filings(
            Caller caller,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        String phone = phone(caller, token);
        if (limit < 1 || limit > MOST || !CURSOR.matcher(cursor).matches()) {
            throw new ProblemException(NO_PAGE, MOST);
        }
        FilingConsent.Page page = ledger.ofFilings(caller.officeId(), phone, cursor, limit);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new FilingsResponse(
                        page.items().stream().map(FilingPart::of).toList(), page.next()));
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<ConsentsResponse> say(
            Caller caller,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestBody ConsentRequest request,
            Locale locale) {
        String phone = phone(caller, token);
        FieldErrors errors = new FieldErrors();
        if (!Purpose.CASE_NOTICES.name().equals(request.purpose())) {
            errors.add("purpose", "no-purpose");
        }
        Boolean given = request.given();
        if (given == null) {
            errors.add("given", "required");
        }
        String said = Objects.requireNonNullElseGet(
                request.words(), () -> words.latest(ConsentWords.OWN_CASES, Spoken.languageOf(locale.getLanguage())));
        if (!words.areOf(ConsentWords.OWN_CASES, said)) {
            errors.add("words", "no-consent-words");
        }
        errors.throwIfAny();
        ledger.record(
                caller.officeId(),
                phone,
                Purpose.CASE_NOTICES,
                Boolean.TRUE.equals(given),
                ConsentEntry.Channel.VERIFIED_PHONE,
                said);
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
                                        words.sentence(one).orElse(null),
                                        SeoulTime.seconds(one.at())))
                                .toList()));
    }
}
