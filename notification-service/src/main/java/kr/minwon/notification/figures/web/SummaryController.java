package kr.minwon.notification.figures.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import kr.minwon.notification.figures.Counting;
import kr.minwon.notification.figures.Figures;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of an office's texts, and what they cost: read from figures that are counted elsewhere. */
@RestController
class SummaryController {
    private static final ProblemType NO_DAYS = new ProblemType("no-such-days", 400);
    private static final int MOST_DAYS = 92;

    private final Figures figures;
    private final Clock clock;

    SummaryController(Figures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * @param from the first day in Seoul, such as 2026-11-24; today when there is none
     * @param to the last day; today when there is none
     */
    @GetMapping(path = "/api/v1/staff/messages/summary", produces = "application/json")
    SummaryResponse summary(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        LocalDate last = day(to);
        LocalDate first = from == null ? last : day(from);
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new ProblemException(NO_DAYS, MOST_DAYS);
        }
        return SummaryResponse.of(first, last, figures.of(caller.officeId(), first, last));
    }

    private LocalDate day(@Nullable String text) {
        if (text == null) {
            return clock.instant().atZone(Counting.SEOUL).toLocalDate();
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(NO_DAYS, MOST_DAYS);
        }
    }
}
