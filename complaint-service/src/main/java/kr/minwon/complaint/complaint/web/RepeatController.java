package kr.minwon.complaint.complaint.web;

import java.util.List;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ContentDigest;
import kr.minwon.complaint.complaint.Decision;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.RepeatPetitions;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.complaint.complaint.StaffReading;
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

/** What one person brought before, and how repeats are marked and closed (반복민원, 민원처리법 §23). */
@RestController
@RequestMapping("/api/v1/staff/complaints/{receiptNumber}")
class RepeatController {
    private final StaffReading reading;
    private final RepeatPetitions repeats;
    private final IdempotencyKeys keys;

    RepeatController(StaffReading reading, RepeatPetitions repeats, IdempotencyKeys keys) {
        this.reading = reading;
        this.repeats = repeats;
        this.keys = keys;
    }

    /** @param of receipt numbers of the earlier petitions; empty takes the mark back */
    record RepeatRequest(@Nullable List<@Nullable String> of) {}

    record CloseRequest(@Nullable String reason) {}

    /** Nothing needs to be said to take a closing back. */
    record UndoRequest() {}

    /** @param repeatOf the earlier petitions it is marked as a repeat of */
    record RepeatResponse(String receiptNumber, String status, List<String> repeatOf) {
        static RepeatResponse of(Complaint complaint) {
            return new RepeatResponse(
                    complaint.filing().receiptNumber().value(),
                    complaint.status().wireName(),
                    ProcedureParts.repeatOf(complaint));
        }
    }

    /**
     * An earlier petition of the same person.
     *
     * @param alike whether it seems to be about the same matter
     * @param results how often an answer was told
     */
    record EarlierPart(
            String receiptNumber, String title, String status, String submittedAt, int results, boolean alike) {
        static EarlierPart of(RepeatPetitions.Earlier earlier) {
            Complaint complaint = earlier.complaint();
            return new EarlierPart(
                    complaint.filing().receiptNumber().value(),
                    complaint.filing().title(),
                    complaint.status().wireName(),
                    SeoulTime.iso(complaint.filing().submittedAt()),
                    complaint.progress().answers().size(),
                    earlier.alike());
        }
    }

    /**
     * What the person brought before.
     *
     * @param likelyRepeat whether this is the third or later of what seems to be one matter
     */
    record RelatedResponse(
            String receiptNumber,
            String status,
            boolean likelyRepeat,
            List<String> repeatOf,
            List<EarlierPart> earlier) {}

    @GetMapping("/related")
    ResponseEntity<RelatedResponse> related(Caller caller, @PathVariable String receiptNumber) {
        Complaint complaint = StaffProcedureController.readable(reading, caller, receiptNumber);
        List<EarlierPart> earlier =
                repeats.earlier(complaint).stream().map(EarlierPart::of).toList();
        long alike = earlier.stream().filter(EarlierPart::alike).count();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RelatedResponse(
                        complaint.filing().receiptNumber().value(),
                        complaint.status().wireName(),
                        alike + 1 >= Limits.REPEATS,
                        ProcedureParts.repeatOf(complaint),
                        earlier));
    }

    @PostMapping("/repeat")
    RepeatResponse mark(Caller caller, @PathVariable String receiptNumber, @RequestBody RepeatRequest request) {
        Complaint complaint = StaffProcedureController.found(reading, caller, receiptNumber);
        if (request.of() != null && request.of().isEmpty()) {
            return response(repeats.unmark(complaint, StaffProcedureController.acting(caller)));
        }
        FieldErrors errors = new FieldErrors();
        List<String> numbers = FieldChecks.numbers(errors, request.of(), "of", Limits.RELATED);
        errors.throwIfAny();
        return switch (repeats.mark(complaint, numbers, StaffProcedureController.acting(caller))) {
            case RepeatPetitions.Result.Decided decided -> response(decided.decision());
            case RepeatPetitions.Result.NotTheirs other -> {
                errors.add("of", "repeat-not-theirs", other.receiptNumber());
                errors.throwIfAny();
                throw new IllegalStateException("an error was noted");
            }
        };
    }

    @PostMapping("/repeat/close")
    RepeatResponse close(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody CloseRequest request) {
        keys.check(caller, key);
        FieldErrors errors = new FieldErrors();
        String reason = new FieldChecks(errors).text("reason", request.reason(), Limits.REASON);
        errors.throwIfAny();
        ContentDigest content = new ContentDigest().add("repeat-close").add(reason);
        return response(repeats.close(
                StaffProcedureController.found(reading, caller, receiptNumber),
                reason,
                StaffProcedureController.acting(caller),
                keys.mark(caller, key, content)));
    }

    @PostMapping("/repeat/undo")
    RepeatResponse undo(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable UndoRequest nothing) {
        keys.check(caller, key);
        return response(repeats.undo(
                StaffProcedureController.found(reading, caller, receiptNumber),
                StaffProcedureController.acting(caller),
                keys.mark(caller, key, new ContentDigest().add("repeat-undo"))));
    }

    private static RepeatResponse response(Decision decision) {
        return RepeatResponse.of(ResidentController.done(decision));
    }
}
