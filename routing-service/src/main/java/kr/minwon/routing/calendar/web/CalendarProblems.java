package kr.minwon.routing.calendar.web;

import kr.minwon.idempotency.IdempotencyKeys;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.calendar.CalendarDesk.Answer;

/** What an administrator is told when days off cannot be changed so. */
final class CalendarProblems {
    private static final ProblemType ALREADY_OFF = new ProblemType("already-off", 409);
    private static final ProblemType IN_THE_PAST = new ProblemType("override-in-the-past", 409);
    private static final ProblemType NO_SUCH_OVERRIDE = new ProblemType("no-such-override", 404);
    private static final ProblemType TOO_MANY = new ProblemType("too-many-overrides", 409);

    private CalendarProblems() {}

    static RuntimeException of(Answer answer) {
        return switch (answer) {
            case Answer.AlreadyOff off ->
                new ProblemException(ALREADY_OFF, off.already()).with("already", off.already());
            case Answer.InThePast past -> new ProblemException(IN_THE_PAST);
            case Answer.NoSuchDay none -> new ProblemException(NO_SUCH_OVERRIDE);
            case Answer.TooMany many -> new ProblemException(TOO_MANY);
            case Answer.KeyReused reused -> IdempotencyKeys.reused();
            case Answer.OutsideYears outside -> {
                new FieldErrors()
                        .add("date", "calendar-years", String.valueOf(outside.lastYear()))
                        .throwIfAny();
                throw new IllegalStateException("an error was noted");
            }
            case Answer.Done done -> throw new IllegalArgumentException("no problem: " + done);
            case Answer.Preview preview -> throw new IllegalArgumentException("no problem: " + preview);
        };
    }
}
