package kr.minwon.routing.office;

import java.util.Map;
import java.util.Optional;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.clock.Period;

/**
 * An office's rules about time, as they are for some days (민원처리법 시행령 제14조–제21조). Data, not code: a case keeps the one
 * it was made under.
 *
 * @param clock hours, lunch, and how a period is counted where the law leaves a choice
 * @param terms kind and period of the categories for which they are other than the office's data says, by code
 */
public record Policy(
        ClockPolicy clock, Extensions extensions, Transfers transfers, Notices notices, Map<String, Term> terms) {
    public Policy {
        terms = Map.copyOf(terms);
    }

    /**
     * How often a period is extended (민원처리법 시행령 제21조).
     *
     * @param withoutConsent how often the office decides alone; the law allows once
     * @param withConsent how often more, with the resident's consent; the law allows once
     * @param onlyLead whether only the department's lead may
     */
    public record Extensions(int withoutConsent, int withConsent, boolean onlyLead) {
        /** As often as the law allows, by whoever handles the case. */
        public static final Extensions BY_LAW = new Extensions(1, 1, false);

        /** The law's bound, with consent and without. */
        public static final int MOST = 1;

        public Extensions {
            if (withoutConsent < 0 || withoutConsent > MOST || withConsent < 0 || withConsent > MOST) {
                throw new IllegalArgumentException("extended more often than the law allows");
            }
        }

        /** How often altogether. */
        public int most() {
            return withoutConsent + withConsent;
        }
    }

    /** How a petition comes to another department of the office (민원처리법 시행령 제13조). */
    public enum Transfers {
        /** By the department that had it, at once. */
        DIRECT,
        /** By the 민원실, which decides whose it is. */
        THROUGH_INTAKE
    }

    /**
     * Which notices go out before a case is done.
     *
     * @param progressEveryDays after how many days a resident hears how far the case is (민원처리법 시행령 제23조)
     * @param half whether staff are reminded when half of the working time is over
     * @param dueSoon whether they are one working day before the deadline
     */
    public record Notices(int progressEveryDays, boolean half, boolean dueSoon) {
        /** Every 30 days, and all reminders. */
        public static final Notices BY_LAW = new Notices(30, true, true);

        /** The law's bound. */
        public static final int MOST_DAYS = 30;

        public Notices {
            if (progressEveryDays < 1 || progressEveryDays > MOST_DAYS) {
                throw new IllegalArgumentException("progress is told every 1 to 30 days");
            }
        }
    }

    /** The kind of a category's petitions and their period. */
    public record Term(String petitionKind, Period period) {}

    /** A policy of hours alone; everything else as the law has it. */
    public static Policy of(ClockPolicy clock) {
        return new Policy(clock, Extensions.BY_LAW, Transfers.DIRECT, Notices.BY_LAW, Map.of());
    }

    /** What it is called. */
    public String version() {
        return clock.version();
    }

    /** What it says of a category; nothing where the office's data holds. */
    public Optional<Term> term(String categoryCode) {
        return Optional.ofNullable(terms.get(categoryCode));
    }
}
