package kr.minwon.complaint.complaint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import kr.minwon.complaint.complaint.ApproveAnswer;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ContentDigest;
import kr.minwon.complaint.complaint.Decision;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.RequestMark;
import kr.minwon.complaint.complaint.StaffReading;
import kr.minwon.complaint.complaint.web.ComplaintResponse.AnswerPart;
import kr.minwon.problems.FieldErrors;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafts and approvals of answers (전자결재): an officer writes, a lead decides. */
@RestController
@RequestMapping("/api/v1/staff/complaints/{receiptNumber}")
class DraftController {
    private static final String APPROVE = "approve";
    private static final String RETURN = "return";

    private final ApproveAnswer approvals;
    private final StaffReading reading;
    private final IdempotencyKeys keys;

    DraftController(ApproveAnswer approvals, StaffReading reading, IdempotencyKeys keys) {
        this.approvals = approvals;
        this.reading = reading;
        this.keys = keys;
    }

    /**
     * @param outcome 수용, 일부수용, 불수용, 기완료 or 기타
     * @param revision of the draft that the author saw last, 0 for none; absent to replace whatever stands
     */
    record DraftRequest(
            @Nullable String outcome,
            @Nullable String text,
            @Nullable Integer revision) {}

    /** @param answerDraft how the draft stands now; absent once it is decided on */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DraftResponse(
            String receiptNumber, String status, @Nullable DraftPart answerDraft) {}

    /**
     * @param decision {@code approve} or {@code return}
     * @param revision of the draft that is decided on
     * @param reason why it is returned
     */
    record ApprovalRequest(
            @Nullable String decision,
            @Nullable Integer revision,
            @Nullable String reason) {}

    /**
     * @param answer what went out
     * @param answerDraft what was returned
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApprovalResponse(
            String receiptNumber,
            String status,
            @Nullable AnswerPart answer,
            @Nullable DraftPart answerDraft) {}

    @PostMapping("/answer-draft")
    DraftResponse draft(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody DraftRequest request) {
        keys.check(caller, key);
        FieldErrors errors = new FieldErrors();
        WrittenAnswer written = WrittenAnswer.read(request.outcome(), request.text(), errors);
        errors.throwIfAny();
        Complaint complaint = StaffProcedureController.found(reading, caller, receiptNumber);
        Integer seen = request.revision();
        ContentDigest content = new ContentDigest()
                .add("answer-draft")
                .add(written.outcome().name())
                .add(written.text())
                .add(String.valueOf(seen));
        Complaint after = ResidentController.done(approvals.draft(
                complaint.id(),
                new ApproveAnswer.Drafted(written.outcome(), written.text(), seen),
                StaffProcedureController.acting(caller),
                keys.mark(caller, key, content)));
        return new DraftResponse(
                after.filing().receiptNumber().value(), after.status().wireName(), DraftPart.of(after));
    }

    @PostMapping("/approval")
    ApprovalResponse decide(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ApprovalRequest request) {
        keys.check(caller, key);
        FieldErrors errors = new FieldErrors();
        boolean returns = returns(request.decision(), errors);
        int revision = revision(request.revision(), errors);
        FieldChecks checks = new FieldChecks(errors);
        String reason = returns ? checks.text("reason", request.reason(), Limits.REASON) : "";
        errors.throwIfAny();
        Complaint complaint = StaffProcedureController.found(reading, caller, receiptNumber);
        RequestMark mark = keys.mark(
                caller,
                key,
                new ContentDigest()
                        .add("approval")
                        .add(returns ? RETURN : APPROVE)
                        .add(String.valueOf(revision))
                        .add(reason));
        Decision decision = returns
                ? approvals.giveBack(complaint.id(), revision, reason, StaffProcedureController.acting(caller), mark)
                : approvals.approve(complaint.id(), revision, StaffProcedureController.acting(caller), mark);
        Complaint after = ResidentController.done(decision);
        return new ApprovalResponse(
                after.filing().receiptNumber().value(),
                after.status().wireName(),
                returns
                        ? null
                        : AnswerPart.of(StaffController.given(after.progress().answers(), mark), after),
                returns ? DraftPart.of(after) : null);
    }

    private static boolean returns(@Nullable String decision, FieldErrors errors) {
        String said = Objects.requireNonNullElse(decision, "").strip();
        if (said.isEmpty()) {
            errors.add("decision", "required");
        } else if (!said.equals(APPROVE) && !said.equals(RETURN)) {
            errors.add("decision", "unknown-decision");
        }
        return said.equals(RETURN);
    }

    private static int revision(@Nullable Integer revision, FieldErrors errors) {
        if (revision == null) {
            errors.add("revision", "required");
            return 0;
        }
        return revision;
    }
}
