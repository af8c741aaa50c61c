package kr.minwon.routing.workitem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.clock.Suspension;
import kr.minwon.routing.clock.Transit;
import org.jspecify.annotations.Nullable;

/**
 * What a clock has come to: the fold over its ledger's entries, kept beside them so that one more entry costs the same
 * however many came before.
 *
 * @param extensions what each extension added
 * @param suspended days that are not counted, apart and in order
 * @param pause since when it stands; null while it runs
 * @param stopped whether it has ended
 * @param transits its ways through the 민원실, oldest first
 * @param run since when and how long it runs after it was reopened; null for its first run
 */
public record ClockState(
        List<Period> extensions,
        List<Suspended> suspended,
        @Nullable Pause pause,
        boolean stopped,
        List<Forwarded> transits,
        @Nullable Run run) {
    /** A clock to which nothing has happened. */
    public static final ClockState NEW = new ClockState(List.of(), List.of(), null, false, List.of(), null);

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
     * From one department to the next through the 민원실.
     *
     * @param to null while it is on its way
     */
    public record Forwarded(Instant from, @Nullable Instant to) {}

    /**
     * It was reopened.
     *
     * @param cause {@code objection} or {@code dissatisfied}
     */
    public record Run(Instant from, Period period, String cause) {}

    public ClockState {
        extensions = List.copyOf(extensions);
        suspended = List.copyOf(suspended);
        transits = List.copyOf(transits);
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
                        transits,
                        run);
            case EXTENDED ->
                new ClockState(
                        plus(extensions, Objects.requireNonNull(entry.period())),
                        suspended,
                        pause,
                        stopped,
                        transits,
                        run);
            case FORWARDED -> isOnItsWay() ? this : with(stopped, plus(transits, new Forwarded(entry.at(), null)));
            case ARRIVED -> with(stopped, arrived(entry.at()));
            case STOPPED -> with(true, arrived(entry.at()));
            case CONTINUED -> with(false, transits);
            case REOPENED ->
                new ClockState(
                        List.of(),
                        List.of(),
                        null,
                        false,
                        List.of(),
                        new Run(entry.at(), Objects.requireNonNull(entry.period()), cause(entry)));
            case STARTED, RECOMPUTED -> this;
        };
    }

    /** Whether a department has given it up and none has it yet. */
    public boolean isOnItsWay() {
        return !transits.isEmpty() && transits.getLast().to() == null;
    }

    private List<Forwarded> arrived(Instant at) {
        if (!isOnItsWay()) {
            return transits;
        }
        List<Forwarded> ways = new ArrayList<>(transits);
        Instant from = ways.removeLast().from();
        return plus(ways, new Forwarded(from, at.isBefore(from) ? from : at));
    }

    private ClockState with(boolean isStopped, List<Forwarded> ways) {
        return new ClockState(extensions, suspended, pause, isStopped, ways, run);
    }

    private ClockState paused(ClockEntry entry) {
        Pause next = new Pause(entry.at(), Objects.requireNonNull(entry.from()), cause(entry));
        return new ClockState(extensions, suspended, next, stopped, transits, run);
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
                transits,
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

    /** The ways through the 민원실, as the calculator takes them. */
    public List<Transit> inTransit() {
        return transits.stream()
                .map(way ->
                        new Transit(SeoulTime.local(way.from()), way.to() == null ? null : SeoulTime.local(way.to())))
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
