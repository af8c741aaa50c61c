package kr.minwon.routing.policy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Consumer;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.office.Policy;
import org.jspecify.annotations.Nullable;

/** A sound policy to begin a test with, a line of it changed. */
final class PolicyLinesMother {
    String version = "2027-01";
    LocalDate from = LocalDate.of(2027, 1, 1);

    @Nullable
    LocalDate until;

    LocalTime opens = LocalTime.of(9, 0);
    LocalTime closes = LocalTime.of(18, 0);
    LocalTime lunchFrom = LocalTime.of(12, 0);
    LocalTime lunchTo = LocalTime.of(13, 0);
    int withoutConsent = 1;
    int withConsent = 1;
    Policy.Transfers transfers = Policy.Transfers.DIRECT;
    int progressEveryDays = 30;
    boolean reminders = true;
    Map<String, Policy.Term> terms = Map.of();

    static PolicyLines sound() {
        return but(lines -> {});
    }

    static PolicyLines but(Consumer<PolicyLinesMother> change) {
        PolicyLinesMother mother = new PolicyLinesMother();
        change.accept(mother);
        return mother.lines();
    }

    void term(String category, String kind, String period) {
        terms = Map.of(category, new Policy.Term(kind, Period.parse(period).orElseThrow()));
    }

    private PolicyLines lines() {
        return new PolicyLines(
                version,
                from,
                until,
                opens,
                closes,
                lunchFrom,
                lunchTo,
                true,
                true,
                withoutConsent,
                withConsent,
                false,
                transfers,
                progressEveryDays,
                reminders,
                reminders,
                terms);
    }
}
