package kr.minwon.routing.policy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.office.Policy;
import kr.minwon.routing.office.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A policy line by line, each readable; whether they agree is asked of {@link PolicyCheck}.
 *
 * @param version what it is called
 * @param effectiveFrom its first day
 * @param until its last day; null when it holds until further notice
 * @param categories kind and period of the categories for which they are other than the office's data says
 */
public record PolicyLines(
        String version,
        LocalDate effectiveFrom,
        @Nullable LocalDate until,
        LocalTime opens,
        LocalTime closes,
        LocalTime lunchFrom,
        LocalTime lunchTo,
        boolean eveningIsFirstDay,
        boolean calendarBeginsOnHoliday,
        int extensionsWithoutConsent,
        int extensionsWithConsent,
        boolean onlyLeadExtends,
        Policy.Transfers transfers,
        int progressEveryDays,
        boolean remindHalf,
        boolean remindDueSoon,
        Map<String, Policy.Term> categories) {
    public PolicyLines {
        categories = Map.copyOf(categories);
    }

    /**
     * The lines of a version that is there, to be looked at again.
     *
     * @throws IllegalArgumentException for the one an office began with, which has no first day
     */
    public static PolicyLines of(PolicyVersion version) {
        if (version.from().equals(LocalDate.MIN)) {
            throw new IllegalArgumentException("the first version begins on no day");
        }
        Policy policy = version.policy();
        ClockPolicy clock = policy.clock();
        return new PolicyLines(
                version.name(),
                version.from(),
                version.until().equals(LocalDate.MAX) ? null : version.until(),
                clock.opens(),
                clock.closes(),
                clock.lunchFrom(),
                clock.lunchTo(),
                clock.eveningIsFirstDay(),
                clock.calendarBeginsOnHoliday(),
                policy.extensions().withoutConsent(),
                policy.extensions().withConsent(),
                policy.extensions().onlyLead(),
                policy.transfers(),
                policy.notices().progressEveryDays(),
                policy.notices().half(),
                policy.notices().dueSoon(),
                policy.terms());
    }

    /** The policy that they are, when they agree. */
    Policy policy() {
        return new Policy(
                new ClockPolicy(version, opens, closes, lunchFrom, lunchTo, eveningIsFirstDay, calendarBeginsOnHoliday),
                new Policy.Extensions(extensionsWithoutConsent, extensionsWithConsent, onlyLeadExtends),
                transfers,
                new Policy.Notices(progressEveryDays, remindHalf, remindDueSoon),
                categories);
    }
}
