package kr.minwon.routing.workitem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.Suspension;
import org.jspecify.annotations.Nullable;

/**
 * What a clock has come to: the fold over its ledger's entries, kept beside them so that one more entry costs the same
 * however many came before.
 *
 * @param extensions what each extension added
 * @param suspended days that are not counted, apart and in order
 * @param pause since when it stands; null while it runs
 * @param stopped whether it has ended
 * @param run since when and how long it runs after it was reopened; null for its first run
 */
public record ClockState(
        List<Period> extensions,
        List<Suspended> suspended,
        @Nullable Pause pause,
        boolean stopped,
        @Nullable Run run) {
    /** A clock to which nothing has happened. */
    public static final ClockState NEW = new ClockState(List.of(), List.of(), null, false, null);

    /**
     * Days that are not counted.
     *
     * @param cause why
     */
    public record Suspended(LocalDate from, LocalDate to, String cause) {}

    /**
     * It stands.
     *
     * @param at the moment it was stopped
     * @param from the first day that is not counted
     */
    public record Pause(Instant at, LocalDate from, String cause) {}

    /**
     * It was reopened.
     *
     * @param cause {@code objection} or {@code dissatisfied}
     */
    public record Run(Instant from, Period period, String cause) {}

    public ClockState {
        extensions = List.copyOf(extensions);
        suspended = List.copyOf(suspended);
    }

    /** The state after all of these, oldest first. */
    public static ClockState fold(List<ClockEntry> entries) {
        ClockState state = NEW;
        for (ClockEntry entry : entries) {
            state = state.after(entry);
        }
        return state;
    }

    /** The state after one more entry. An entry that the state does not fit changes nothing. */
    public ClockState after(ClockEntry entry) {
        return switch (entry.kind()) {
            case PAUSED -> pause != null ? this : paused(entry);
            case RESUMED -> pause == null ? this : resumed(pause, entry);
            case SUSPENDED ->
                new ClockState(
                        extensions,
                        plus(
                                suspended,
                                new Suspended(
                                        Objects.requireNonNull(entry.from()),
                                        Objects.requireNonNull(entry.to()),
                                        cause(entry))),
                        pause,
                        stopped,
                        run);
            case EXTENDED ->
                new ClockState(
                        plus(extensions, Objects.requireNonNull(entry.period())), suspended, pause, stopped, run);
            case STOPPED -> new ClockState(extensions, suspended, pause, true, run);
            case CONTINUED -> new ClockState(extensions, suspended, pause, false, run);
            case REOPENED ->
                new ClockState(
                        List.of(),
                        List.of(),
                        null,
                        false,
                        new Run(entry.at(), Objects.requireNonNull(entry.period()), cause(entry)));
            case STARTED, RECOMPUTED -> this;
        };
    }

    private ClockState paused(ClockEntry entry) {
        Pause next = new Pause(entry.at(), Objects.requireNonNull(entry.from()), cause(entry));
        return new ClockState(extensions, suspended, next, stopped, run);
    }

    /** First and last day are both not counted; stopped and let go at one moment, nothing happened. */
    private ClockState resumed(Pause since, ClockEntry entry) {
        LocalDate to = Objects.requireNonNull(entry.to());
        boolean nothing = entry.at().equals(since.at()) || to.isBefore(since.from());
        return new ClockState(
                extensions,
                nothing ? suspended : plus(suspended, new Suspended(since.from(), to, since.cause())),
                null,
                stopped,
                run);
    }

    /** From when the clock of a petition runs: its acceptance, or when it was reopened. */
    Instant runsFrom(Petition petition) {
        return run == null ? petition.countedFrom() : run.from();
    }

    /** How many units the extensions add, in the unit of the period. */
    public int added() {
        return extensions.stream().mapToInt(Period::count).sum();
    }

    /** The days that are not counted, as the calculator takes them. */
    public List<Suspension> suspensions() {
        return suspended.stream()
                .map(days -> new Suspension(days.from(), days.to()))
                .toList();
    }

    /** The suspensions for one cause. */
    public List<Suspended> suspendedFor(String cause) {
        return suspended.stream().filter(days -> days.cause().equals(cause)).toList();
    }

    private static String cause(ClockEntry entry) {
        return Objects.requireNonNullElse(entry.cause(), "other");
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> more = new ArrayList<>(list);
        more.add(last);
        return more;
    }
}
