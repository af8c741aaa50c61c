package kr.minwon.routing.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import kr.minwon.routing.clock.WorkCalendar;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.PetitionKind;
import kr.minwon.routing.office.Policy;
import kr.minwon.routing.office.PolicyHistory;
import kr.minwon.routing.office.PolicyVersion;

/** Finds what is contradictory in a policy, or against the law, and names the line. */
public final class PolicyCheck {
    /** An office's document stays bounded. */
    static final int MOST_VERSIONS = 200;
    /** A working day shorter than this is a slip of the hand. */
    private static final Duration SHORTEST_DAY = Duration.ofHours(1);

    private final Office office;
    private final WorkCalendar calendar;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * What is wrong.
     *
     * @param line such as {@code lunchTo} or {@code categories.street-light.period}
     * @param code stable name of the fault
     * @param arguments of its sentence
     */
    public record Fault(String line, String code, List<Object> arguments) {}

    private PolicyCheck(Office office, WorkCalendar calendar, LocalDate today) {
        this.office = office;
        this.calendar = calendar;
        this.today = today;
    }

    /** Everything that is wrong with a policy that an office would have from a day after today on; nothing when it is sound. */
    public static List<Fault> faults(PolicyLines lines, Office office, WorkCalendar calendar, LocalDate today) {
        PolicyCheck check = new PolicyCheck(office, calendar, today);
        check.days(lines);
        check.hours(lines);
        check.extensions(lines);
        check.categories(lines);
        return List.copyOf(check.faults);
    }

    private void fault(String line, String code, Object... arguments) {
        faults.add(new Fault(line, code, List.of(arguments)));
    }

    private void days(PolicyLines lines) {
        PolicyHistory history = office.policies();
        if (history.named(lines.version()).isPresent()) {
            fault("version", "policy-version-taken", lines.version());
        } else if (history.versions().size() >= MOST_VERSIONS) {
            fault("version", "policy-too-many", MOST_VERSIONS);
        }
        LocalDate from = lines.effectiveFrom();
        PolicyVersion last = history.last();
        if (!from.isAfter(today)) {
            fault("effectiveFrom", "policy-from-today", today.toString());
        } else if (!calendar.knows(from)) {
            fault(
                    "effectiveFrom",
                    "calendar-years",
                    String.valueOf(calendar.last().getYear()));
        } else if (!from.isAfter(last.from())) {
            fault("effectiveFrom", "policy-from-before-last", last.from().toString(), last.name());
        }
        until(lines, history);
    }

    /** Each day has a policy: one that ends without another to follow leaves days without. */
    private void until(PolicyLines lines, PolicyHistory history) {
        LocalDate until = lines.until();
        if (until == null) {
            return;
        }
        if (until.isBefore(lines.effectiveFrom())) {
            fault("until", "policy-until-before-from", lines.effectiveFrom().toString());
            return;
        }
        // Only its days matter here; whether its lines agree is asked elsewhere.
        Policy any = history.last().policy();
        switch (history.with(new PolicyVersion(lines.effectiveFrom(), until, any, null))) {
            case PolicyHistory.Result.Whole whole -> {}
            case PolicyHistory.Result.Gap gap ->
                fault("until", "policy-gap", until.plusDays(1).toString());
            case PolicyHistory.Result.Ends end ->
                fault("until", "policy-gap", until.plusDays(1).toString());
            // It begins before another does: said of the line that says when it begins.
            case PolicyHistory.Result.Overlap overlap -> {}
        }
    }

    private void hours(PolicyLines lines) {
        LocalTime opens = lines.opens();
        LocalTime closes = lines.closes();
        if (!closes.isAfter(opens)) {
            fault("closes", "policy-closes-before-opens", opens.toString());
            return;
        }
        boolean orderly = !lines.lunchTo().isBefore(lines.lunchFrom());
        if (lines.lunchFrom().isBefore(opens) || lines.lunchFrom().isAfter(closes)) {
            fault("lunchFrom", "policy-lunch-outside", opens.toString(), closes.toString());
        } else if (!orderly) {
            fault("lunchTo", "policy-lunch-backwards", lines.lunchFrom().toString());
        } else if (lines.lunchTo().isAfter(closes)) {
            fault("lunchTo", "policy-lunch-outside", opens.toString(), closes.toString());
        } else if (Duration.between(opens, closes)
                        .minus(Duration.between(lines.lunchFrom(), lines.lunchTo()))
                        .compareTo(SHORTEST_DAY)
                < 0) {
            fault("closes", "policy-day-too-short");
        }
    }

    private void extensions(PolicyLines lines) {
        int most = Policy.Extensions.MOST;
        if (lines.extensionsWithoutConsent() < 0 || lines.extensionsWithoutConsent() > most) {
            fault("extensionsWithoutConsent", "policy-extensions-without-consent", most);
        }
        if (lines.extensionsWithConsent() < 0 || lines.extensionsWithConsent() > most) {
            fault("extensionsWithConsent", "policy-extensions-with-consent", most);
        }
        int days = lines.progressEveryDays();
        if (days < 1 || days > Policy.Notices.MOST_DAYS) {
            fault("progressEveryDays", "policy-progress", Policy.Notices.MOST_DAYS);
        }
    }

    private void categories(PolicyLines lines) {
        new TreeMap<>(lines.categories()).forEach((code, term) -> {
            String line = "categories." + code;
            if (office.category(code).isEmpty()) {
                fault(line, "policy-category");
                return;
            }
            Optional<PetitionKind> kind = PetitionKind.of(term.petitionKind());
            if (kind.isEmpty()) {
                fault(line + ".petitionKind", "policy-kind", PetitionKind.names());
            } else if (!kind.get().allows(term.period())) {
                fault(
                        line + ".period",
                        "policy-period-too-long",
                        kind.get().korean(),
                        kind.get().mostDays().orElseThrow(),
                        kind.get().article());
            }
        });
    }
}
