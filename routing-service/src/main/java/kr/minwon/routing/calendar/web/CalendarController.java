package kr.minwon.routing.calendar.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.minwon.idempotency.IdempotencyKeys;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.calendar.CalendarDesk;
import kr.minwon.routing.calendar.CalendarDesk.Answer;
import kr.minwon.routing.calendar.Recount;
import kr.minwon.routing.calendar.Recounts;
import kr.minwon.routing.clock.CalendarOverride;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.office.Office;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An office's days off (근무일 달력): who works there may see them, an administrator adds some and takes them back. */
@RestController
@RequestMapping("/api/v1/staff/calendar")
class CalendarController {
    private static final ProblemType UNKNOWN_OFFICE = new ProblemType("unknown-office", 404);
    private static final ProblemType NO_SUCH_RECOUNT = new ProblemType("no-such-recount", 404);
    /** What the keys of these commands are scoped to, beside the caller. */
    private static final String SUBJECT = "calendar";
    /** Recounts that the list names beside their days. */
    private static final int RECENT = 200;

    private final CalendarDesk desk;
    private final Recounts recounts;

    CalendarController(CalendarDesk desk, Recounts recounts) {
        this.desk = desk;
        this.recounts = recounts;
    }

    /** @param tell whether residents hear of their new deadline by a text; not unless it is said */
    record UndoRequest(@Nullable Boolean tell) {}

    @GetMapping
    CalendarViews.Year year(Caller caller, @RequestParam String year) {
        Office office = office(caller);
        int number = CalendarQuestion.year(year);
        if (!desk.knows(office, number)) {
            new FieldErrors().add("year", "calendar-year").throwIfAny();
        }
        ClockPolicy policy = desk.policy(office).clock();
        List<Recount> recent = recounts.recent(office.id(), RECENT);
        return new CalendarViews.Year(
                number,
                new CalendarViews.Hours(
                        policy.version(),
                        policy.opens().toString(),
                        policy.closes().toString(),
                        policy.lunchFrom().toString(),
                        policy.lunchTo().toString()),
                desk.holidays(office, number).stream()
                        .map(CalendarViews.Off::of)
                        .toList(),
                office.declared().stream()
                        .filter(one -> one.day().date().getYear() == number)
                        .map(one -> CalendarViews.Override.of(
                                one, latest(recent, one.day().date())))
                        .toList());
    }

    private static @Nullable Recount latest(List<Recount> recent, LocalDate date) {
        return recent.stream()
                .filter(recount -> recount.date().equals(date))
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/preview")
    CalendarViews.Preview preview(Caller caller, @RequestBody CalendarQuestion question) {
        Office office = office(caller);
        Answer answer = question.isUndo()
                ? desk.previewWithout(office.id(), question.day())
                : desk.previewOf(office.id(), question.override());
        if (answer instanceof Answer.Preview preview) {
            return CalendarViews.Preview.of(preview);
        }
        throw CalendarProblems.of(answer);
    }

    @PostMapping("/overrides")
    @ResponseStatus(HttpStatus.CREATED)
    CalendarViews.Override declare(
            Caller caller,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody CalendarQuestion question) {
        CalendarOverride day = question.override();
        RequestMark request = IdempotencyKeys.mark(
                caller,
                SUBJECT,
                key,
                "declare",
                day.date().toString(),
                day.name(),
                day.kind().name(),
                String.valueOf(question.isTell()));
        return done(desk.declare(office(caller).id(), day, question.isTell(), caller.id(), request));
    }

    @PostMapping("/overrides/{date}/undo")
    CalendarViews.Override undo(
            Caller caller,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @PathVariable String date,
            @RequestBody(required = false) @Nullable UndoRequest request) {
        boolean tell = request != null && Boolean.TRUE.equals(request.tell());
        LocalDate day = CalendarQuestion.day(date);
        RequestMark mark = IdempotencyKeys.mark(caller, SUBJECT, key, "undo", day.toString(), String.valueOf(tell));
        return done(desk.undo(office(caller).id(), day, tell, caller.id(), mark));
    }

    @GetMapping("/recounts/{id}")
    CalendarViews.Progress recount(Caller caller, @PathVariable String id) {
        return recounts.find(caller.officeId(), id)
                .map(CalendarViews.Progress::of)
                .orElseThrow(() -> new ProblemException(NO_SUCH_RECOUNT));
    }

    private static CalendarViews.Override done(Answer answer) {
        if (answer instanceof Answer.Done done) {
            return CalendarViews.Override.of(done.day(), done.recount());
        }
        throw CalendarProblems.of(answer);
    }

    private Office office(Caller caller) {
        Optional<Office> office = desk.office(caller.officeId());
        return office.orElseThrow(() -> new ProblemException(UNKNOWN_OFFICE));
    }
}
