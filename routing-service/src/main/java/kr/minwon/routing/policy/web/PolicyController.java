package kr.minwon.routing.policy.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import kr.minwon.idempotency.IdempotencyKeys;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.policy.PolicyDesk;
import kr.minwon.routing.policy.PolicyDesk.Answer;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An office's policy (처리기간·근무시간 정책): who works there may see it, an administrator changes it from a date on. */
@RestController
@RequestMapping("/api/v1/staff/policy")
class PolicyController {
    private static final ProblemType UNKNOWN_OFFICE = new ProblemType("unknown-office", 404);

    private final PolicyDesk desk;

    PolicyController(PolicyDesk desk) {
        this.desk = desk;
    }

    /**
     * Which draft, so that nobody activates another than they looked at.
     *
     * @param version its name
     * @param at when it was saved, as the draft says; whichever has that name when it is not said
     */
    record ActivationRequest(
            @Nullable String version, @Nullable String at) {}

    @GetMapping
    PolicyViews.Policies policies(Caller caller) {
        Office office = office(caller);
        return PolicyViews.Policies.of(
                office, desk.today(office), desk.draft(office.id()).orElse(null), desk.day());
    }

    @PutMapping("/draft")
    PolicyViews.Version draft(Caller caller, @RequestBody PolicyQuestion question) {
        Office office = office(caller);
        PolicyQuestion.Reading reading = question.read();
        FieldErrors errors = reading.errors();
        if (!errors.isEmpty()) {
            desk.faults(office, reading.lines()).stream()
                    .filter(fault -> reading.read(fault.line()))
                    .toList()
                    .forEach(fault -> PolicyProblems.add(errors, fault));
            errors.throwIfAny();
        }
        return done(desk.draft(office.id(), reading.lines(), caller.id()), "draft");
    }

    @DeleteMapping("/draft")
    PolicyViews.Version discard(Caller caller) {
        return done(desk.discard(office(caller).id()), "discarded");
    }

    @PostMapping("/draft/comparison")
    PolicyViews.Comparison compare(Caller caller) {
        Answer answer = desk.compare(office(caller).id());
        if (answer instanceof Answer.Compared compared) {
            return PolicyViews.Comparison.of(compared.draft(), compared.result());
        }
        throw PolicyProblems.of(answer);
    }

    @PostMapping("/draft/activation")
    @ResponseStatus(HttpStatus.CREATED)
    PolicyViews.Version activate(Caller caller, @RequestBody ActivationRequest request) {
        String version = request.version();
        if (version == null || version.isBlank()) {
            throw wrong("version", "required");
        }
        Instant savedAt = request.at() == null ? null : moment(request.at());
        return done(desk.activate(office(caller).id(), version, savedAt, caller.id()), "later");
    }

    @PostMapping("/versions/{version}/undo")
    PolicyViews.Version undo(
            Caller caller,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @PathVariable String version) {
        RequestMark request = IdempotencyKeys.mark(caller, "policy", key, "undo", version);
        return done(desk.undo(office(caller).id(), version, caller.id(), request), "takenBack");
    }

    private static PolicyViews.Version done(Answer answer, String state) {
        if (answer instanceof Answer.Done done) {
            return PolicyViews.Version.of(done.version(), state);
        }
        throw PolicyProblems.of(answer);
    }

    private static Instant moment(String iso) {
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException noMoment) {
            throw wrong("at", "policy-at");
        }
    }

    private static RuntimeException wrong(String field, String code) {
        new FieldErrors().add(field, code).throwIfAny();
        throw new IllegalStateException("an error was noted");
    }

    private Office office(Caller caller) {
        return desk.office(caller.officeId()).orElseThrow(() -> new ProblemException(UNKNOWN_OFFICE));
    }
}
