package kr.minwon.notification.verification.web;

import java.util.Optional;
import java.util.regex.Pattern;
import kr.minwon.notification.dispatch.Dispatcher;
import kr.minwon.notification.message.MobileNumber;
import kr.minwon.notification.message.SeoulTime;
import kr.minwon.notification.verification.VerifyPhone;
import kr.minwon.notification.verification.VerifyPhone.Checking;
import kr.minwon.notification.verification.VerifyPhone.Sending;
import kr.minwon.notification.verification.VerifyPhone.Wanted;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Somebody proves that they read what arrives at a number. */
@RestController
class VerificationController {
    private static final ProblemType LATER = new ProblemType("codes-too-often", 429);
    private static final ProblemType SPENT = new ProblemType("codes-spent", 503);
    private static final ProblemType WRONG = new ProblemType("wrong-code", 403);
    private static final ProblemType OVER = new ProblemType("code-over", 404);

    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final int LONGEST_TYPED = 30;
    private static final String DEVICE = "X-Device-Token";

    private final VerifyPhone verify;
    private final Dispatcher dispatcher;

    VerificationController(VerifyPhone verify, Dispatcher dispatcher) {
        this.verify = verify;
        this.dispatcher = dispatcher;
    }

    record SendRequest(@Nullable String phone) {}

    /**
     * @param verificationId 32 hex digits
     * @param resendAfter seconds
     * @param onlyIfKnown whether the code goes out only if the phone is known to the office, which has few left
     */
    record SendResponse(String verificationId, String expiresAt, long resendAfter, boolean onlyIfKnown) {}

    record CheckRequest(@Nullable String code) {}

    /**
     * @param phoneToken for {@code X-Phone-Token}
     * @param deviceToken for {@code X-Device-Token} of the next code that this device asks for
     */
    record CheckResponse(String phoneToken, String expiresAt, String deviceToken) {}

    @PostMapping(path = "/api/v1/phone-verifications", consumes = "application/json", produces = "application/json")
    ResponseEntity<SendResponse> send(
            Caller caller,
            @RequestHeader(name = DEVICE, defaultValue = "") String deviceToken,
            @RequestBody SendRequest request) {
        String phone = typed("phone", request.phone(), MobileNumber.typed(request.phone()), "phone-not-mobile");
        Wanted wanted = new Wanted(caller.officeId(), phone, caller.id(), deviceToken);
        return switch (verify.send(wanted, dispatcher::offer)) {
            case Sending.Sent sent ->
                ResponseEntity.status(HttpStatus.ACCEPTED)
                        .cacheControl(CacheControl.noStore())
                        .body(new SendResponse(
                                sent.verificationId(),
                                SeoulTime.seconds(sent.expiresAt()),
                                sent.again().toSeconds(),
                                sent.onlyIfKnown()));
            case Sending.Later later -> throw new ProblemException(LATER).retryAfter(later.pause());
            case Sending.SpentForToday spent -> throw new ProblemException(SPENT).retryAfter(spent.pause());
        };
    }

    @PostMapping(
            path = "/api/v1/phone-verifications/{id}/check",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<CheckResponse> check(Caller caller, @PathVariable String id, @RequestBody CheckRequest request) {
        String code = typed("code", request.code(), code(request.code()), "no-code");
        return switch (verify.check(caller.officeId(), id, code)) {
            case Checking.Verified verified ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new CheckResponse(
                                verified.token(), SeoulTime.seconds(verified.expiresAt()), verified.deviceToken()));
            case Checking.Wrong wrong ->
                throw new ProblemException(WRONG, wrong.triesLeft()).with("triesLeft", wrong.triesLeft());
            case Checking.Over over -> throw new ProblemException(OVER);
        };
    }

    private static String typed(String field, @Nullable String typed, Optional<String> bare, String otherwise) {
        FieldErrors errors = new FieldErrors();
        if (bare.isEmpty()) {
            errors.add(field, typed == null || typed.isBlank() ? "required" : otherwise);
        }
        errors.throwIfAny();
        return bare.orElseThrow();
    }

    private static Optional<String> code(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .filter(any -> any.length() <= LONGEST_TYPED)
                .map(any -> SEPARATORS.matcher(any).replaceAll(""))
                .filter(CODE.asMatchPredicate());
    }
}
