package kr.minwon.complaint.complaint.web;

import java.time.Clock;
import kr.minwon.complaint.complaint.Categories;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.Complaints;
import kr.minwon.complaint.complaint.ContentDigest;
import kr.minwon.complaint.complaint.Decision;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Rating;
import kr.minwon.complaint.complaint.ResidentMoves;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.complaint.complaint.Withdrawal;
import kr.minwon.complaint.complaint.web.ComplaintResponse.RatingPart;
import kr.minwon.problems.FieldErrors;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the holder of a look-up code may do. */
@RestController
@RequestMapping("/api/v1/complaints/{receiptNumber}")
class ResidentController {
    static final String CODE = "X-Lookup-Code";

    private final CaseOpener cases;
    private final ResidentMoves moves;
    private final Complaints complaints;
    private final Attachments attachments;
    private final IdempotencyKeys keys;
    private final Categories categories;
    private final Clock clock;

    ResidentController(
            CaseOpener cases,
            ResidentMoves moves,
            Complaints complaints,
            Attachments attachments,
            IdempotencyKeys keys,
            Categories categories,
            Clock clock) {
        this.cases = cases;
        this.moves = moves;
        this.complaints = complaints;
        this.attachments = attachments;
        this.keys = keys;
        this.categories = categories;
        this.clock = clock;
    }

    record WithdrawalRequest(@Nullable String reason) {}

    record WithdrawalResponse(String receiptNumber, String status, String withdrawnAt) {}

    /** @param text what is to be different, or is to be added */
    record ChangeRequest(@Nullable String text) {}

    record ChangeResponse(String receiptNumber, String status, ProcedureParts.ChangePart change) {}

    record RatingRequest(@Nullable Integer score, @Nullable String comment) {}

    record RatingResponse(
            String receiptNumber, String status, @Nullable RatingPart rating) {}

    @GetMapping
    ResponseEntity<ComplaintResponse> look(
            @PathVariable String receiptNumber, @RequestHeader(name = CODE, required = false) @Nullable String code) {
        Complaint complaint = cases.open(receiptNumber, code);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(ComplaintResponse.of(complaint, complaints.earlier(complaint), categories, clock.instant()));
    }

    @GetMapping("/attachments/{attachmentId}")
    ResponseEntity<byte[]> attachment(
            @PathVariable String receiptNumber,
            @PathVariable String attachmentId,
            @RequestHeader(name = CODE, required = false) @Nullable String code) {
        return attachments.of(cases.open(receiptNumber, code), attachmentId);
    }

    @PostMapping("/withdrawal")
    WithdrawalResponse withdraw(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = CODE, required = false) @Nullable String code,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable WithdrawalRequest request) {
        keys.check(caller, key);
        Complaint complaint = cases.open(receiptNumber, code);
        FieldErrors errors = new FieldErrors();
        String reason = new FieldChecks(errors)
                .optionalText("reason", request == null ? null : request.reason(), Limits.WITHDRAWAL_REASON);
        errors.throwIfAny();
        ContentDigest content = new ContentDigest().add("withdraw").add(reason == null ? "" : reason);
        Complaint after = done(moves.withdraw(complaint, reason, keys.mark(caller, key, content)));
        Withdrawal withdrawal = after.progress().withdrawal();
        if (withdrawal == null) {
            throw new IllegalStateException("withdrawn without a withdrawal");
        }
        return new WithdrawalResponse(
                after.filing().receiptNumber().value(), "withdrawn", SeoulTime.iso(withdrawal.at()));
    }

    /** Changes, or adds to, what was asked, until it is answered (민원처리법 §22). */
    @PostMapping("/change")
    ChangeResponse change(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = CODE, required = false) @Nullable String code,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ChangeRequest request) {
        keys.check(caller, key);
        Complaint complaint = cases.open(receiptNumber, code);
        FieldErrors errors = new FieldErrors();
        String text = new FieldChecks(errors).text("text", request.text(), Limits.BODY);
        errors.throwIfAny();
        ContentDigest content = new ContentDigest().add("change").add(text);
        Complaint after = done(moves.change(complaint, text, keys.mark(caller, key, content)));
        return new ChangeResponse(
                after.filing().receiptNumber().value(),
                after.status().wireName(),
                ProcedureParts.changes(after, "/api/v1/complaints/").getLast());
    }

    @PostMapping("/rating")
    RatingResponse rate(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = CODE, required = false) @Nullable String code,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody RatingRequest request) {
        keys.check(caller, key);
        Complaint complaint = cases.open(receiptNumber, code);
        FieldErrors errors = new FieldErrors();
        int score = score(request.score(), errors);
        String comment = new FieldChecks(errors).optionalText("comment", request.comment(), Limits.RATING_COMMENT);
        errors.throwIfAny();
        ContentDigest content =
                new ContentDigest().add("rate").add(String.valueOf(score)).add(comment == null ? "" : comment);
        Complaint after = done(moves.rate(complaint, score, comment, keys.mark(caller, key, content)));
        Rating rating = after.progress().rating();
        return new RatingResponse(after.filing().receiptNumber().value(), "closed", RatingPart.of(rating));
    }

    private static int score(@Nullable Integer score, FieldErrors errors) {
        if (score == null) {
            errors.add("score", "required");
            return Limits.SCORE_LOWEST;
        }
        if (score < Limits.SCORE_LOWEST || score > Limits.SCORE_HIGHEST) {
            errors.add("score", "out-of-range", Limits.SCORE_LOWEST, Limits.SCORE_HIGHEST);
        }
        return score;
    }

    static Complaint done(Decision decision) {
        return switch (decision) {
            case Decision.Changed changed -> changed.complaint();
            case Decision.Unchanged unchanged -> unchanged.complaint();
            case Decision.Refused refused -> throw ComplaintProblems.of(refused.refusal());
        };
    }
}
