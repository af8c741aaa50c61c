package kr.minwon.complaint.complaint.web;

import java.util.List;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ContentDigest;
import kr.minwon.complaint.complaint.GroupPetitions;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.StaffReading;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Joins petitions of one purpose into one case, and separates them (다수인관련민원, 민원처리법 시행령 §6⑥). */
@RestController
@RequestMapping("/api/v1/staff/complaints/{receiptNumber}/merge")
class GroupController {
    private final StaffReading reading;
    private final GroupPetitions groups;
    private final IdempotencyKeys keys;

    GroupController(StaffReading reading, GroupPetitions groups, IdempotencyKeys keys) {
        this.reading = reading;
        this.groups = groups;
        this.keys = keys;
    }

    /**
     * What joins the petition of the path, which is answered for all.
     *
     * @param receiptNumbers the others
     * @param reason the common purpose
     */
    record MergeRequest(
            @Nullable List<@Nullable String> receiptNumbers,
            @Nullable String reason) {}

    /** Nothing needs to be said to separate them. */
    record SeparateRequest() {}

    /** @param members those that are, or are about to be, answered with it */
    record GroupResponse(String receiptNumber, String status, List<String> members) {
        static GroupResponse of(Complaint leading) {
            return new GroupResponse(
                    leading.filing().receiptNumber().value(),
                    leading.status().wireName(),
                    ProcedureParts.members(leading));
        }
    }

    @PostMapping
    GroupResponse merge(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody MergeRequest request) {
        keys.check(caller, key);
        FieldErrors errors = new FieldErrors();
        String reason = new FieldChecks(errors).text("reason", request.reason(), Limits.REASON);
        List<String> numbers = FieldChecks.numbers(errors, request.receiptNumbers(), "receiptNumbers", Limits.GROUP);
        errors.throwIfAny();
        Complaint leading = StaffProcedureController.found(reading, caller, receiptNumber);
        ContentDigest content = new ContentDigest().add("merge").add(reason);
        numbers.forEach(content::add);
        GroupPetitions.Result result = groups.merge(
                leading, numbers, reason, StaffProcedureController.acting(caller), keys.mark(caller, key, content));
        return switch (result) {
            case GroupPetitions.Result.Decided decided -> GroupResponse.of(ResidentController.done(decided.decision()));
            case GroupPetitions.Result.OtherRefused refused -> throw refused(refused);
            case GroupPetitions.Result.TooFewPeople few ->
                throw new ProblemException(ComplaintProblems.TOO_FEW_PEOPLE, Limits.PEOPLE, few.people());
        };
    }

    @PostMapping("/undo")
    GroupResponse separate(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestBody(required = false) @Nullable SeparateRequest nothing) {
        Complaint leading = StaffProcedureController.found(reading, caller, receiptNumber);
        return GroupResponse.of(
                ResidentController.done(groups.dissolve(leading, StaffProcedureController.acting(caller))));
    }

    private static RuntimeException refused(GroupPetitions.Result.OtherRefused refused) {
        FieldErrors errors = new FieldErrors();
        String fault = switch (refused.fault()) {
            case UNKNOWN -> "merge-unknown";
            case ITSELF -> "merge-itself";
            case OTHER_DEPARTMENT -> "merge-other-department";
            case NOT_OPEN -> "merge-not-open";
            case ANSWERED_BEFORE -> "merge-answered";
            case TAKEN -> "merge-taken";
        };
        errors.add("receiptNumbers", fault, refused.receiptNumber());
        errors.throwIfAny();
        return new IllegalStateException("an error was noted");
    }
}
