package kr.minwon.complaint.complaint.web;

import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ContentDigest;
import kr.minwon.complaint.complaint.Decision;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Reopening;
import kr.minwon.complaint.complaint.TakeProcedure;
import kr.minwon.complaint.complaint.web.ProcedureParts.ReopeningPart;
import kr.minwon.problems.FieldErrors;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the holder of a look-up code may do about an answer: object to it, or ask for one more. */
@RestController
@RequestMapping("/api/v1/complaints/{receiptNumber}")
class ReopeningController {
    private final CaseOpener cases;
    private final TakeProcedure procedure;
    private final IdempotencyKeys keys;

    ReopeningController(CaseOpener cases, TakeProcedure procedure, IdempotencyKeys keys) {
        this.cases = cases;
        this.procedure = procedure;
        this.keys = keys;
    }

    /** @param text why */
    record ReopeningRequest(@Nullable String text) {}

    record ReopeningResponse(String receiptNumber, String status, ReopeningPart reopening) {}

    /** 이의신청 against a refused statutory petition, within {@value Limits#OBJECTION_DAYS} days (민원처리법 §35). */
    @PostMapping("/objection")
    ReopeningResponse object(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = ResidentController.CODE, required = false) @Nullable String code,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ReopeningRequest request) {
        return reopen(Reopening.Cause.OBJECTION, caller, receiptNumber, code, key, request);
    }

    /** One more answer, for a resident whom the first one does not satisfy, within {@value Limits#REOPENING_DAYS} days. */
    @PostMapping("/reopening")
    ReopeningResponse reopen(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = ResidentController.CODE, required = false) @Nullable String code,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ReopeningRequest request) {
        return reopen(Reopening.Cause.DISSATISFIED, caller, receiptNumber, code, key, request);
    }

    private ReopeningResponse reopen(
            Reopening.Cause cause,
            Caller caller,
            String receiptNumber,
            @Nullable String code,
            @Nullable String key,
            ReopeningRequest request) {
        keys.check(caller, key);
        Complaint complaint = cases.open(receiptNumber, code);
        FieldErrors errors = new FieldErrors();
        String text = new FieldChecks(errors).text("text", request.text(), Limits.BODY);
        errors.throwIfAny();
        ContentDigest content = new ContentDigest().add(cause.wireName()).add(text);
        Decision decision = procedure.reopen(complaint, cause, text, keys.mark(caller, key, content));
        Complaint after = ResidentController.done(decision);
        return new ReopeningResponse(
                after.filing().receiptNumber().value(),
                after.status().wireName(),
                ReopeningPart.of(after.progress().procedure().reopenings().getLast()));
    }
}
