package kr.minwon.routing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kr.minwon.routing.clock.Holidays;
import kr.minwon.routing.clock.WorkCalendar;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.PolicyHistory;
import kr.minwon.routing.office.PolicyVersion;
import kr.minwon.routing.testing.WorkItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyCheckTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final WorkCalendar CALENDAR = Holidays.known();

    private static List<PolicyCheck.Fault> faults(PolicyLines lines) {
        return PolicyCheck.faults(lines, WorkItems.SEOGU, CALENDAR, TODAY);
    }

    @Test
    void aSoundPolicyHasNoFaults() {
        assertThat(faults(PolicyLinesMother.sound())).isEmpty();
        assertThat(faults(PolicyLinesMother.but(lines -> {
                    lines.lunchTo = lines.lunchFrom;
                    lines.withoutConsent = 0;
                    lines.withConsent = 0;
                    lines.term("street-light", "고충민원", "5d");
                })))
                .isEmpty();
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                wrong("version", "policy-version-taken", lines -> lines.version = "2026-01"),
                wrong("effectiveFrom", "policy-from-today", lines -> lines.from = TODAY),
                wrong("effectiveFrom", "policy-from-today", lines -> lines.from = TODAY.minusYears(1)),
                wrong("effectiveFrom", "calendar-years", lines -> lines.from = LocalDate.of(2051, 1, 1)),
                wrong("until", "policy-gap", lines -> lines.until = LocalDate.of(2027, 6, 30)),
                wrong("until", "policy-until-before-from", lines -> lines.until = LocalDate.of(2026, 12, 31)),
                wrong("closes", "policy-closes-before-opens", lines -> lines.closes = LocalTime.of(8, 0)),
                wrong("closes", "policy-closes-before-opens", lines -> lines.closes = lines.opens),
                wrong("lunchFrom", "policy-lunch-outside", lines -> lines.lunchFrom = LocalTime.of(8, 30)),
                wrong("lunchFrom", "policy-lunch-outside", lines -> lines.lunchFrom = LocalTime.of(18, 1)),
                wrong("lunchTo", "policy-lunch-outside", lines -> lines.lunchTo = LocalTime.of(19, 0)),
                wrong("lunchTo", "policy-lunch-backwards", lines -> lines.lunchTo = LocalTime.of(11, 0)),
                wrong("closes", "policy-day-too-short", lines -> {
                    lines.lunchFrom = lines.opens;
                    lines.lunchTo = LocalTime.of(17, 30);
                }),
                wrong(
                        "extensionsWithoutConsent",
                        "policy-extensions-without-consent",
                        lines -> lines.withoutConsent = 2),
                wrong(
                        "extensionsWithoutConsent",
                        "policy-extensions-without-consent",
                        lines -> lines.withoutConsent = -1),
                wrong("extensionsWithConsent", "policy-extensions-with-consent", lines -> lines.withConsent = 2),
                wrong("progressEveryDays", "policy-progress", lines -> lines.progressEveryDays = 31),
                wrong("progressEveryDays", "policy-progress", lines -> lines.progressEveryDays = 0),
                wrong("categories.no-such", "policy-category", lines -> lines.term("no-such", "기타민원", "7d")),
                wrong(
                        "categories.street-light.petitionKind",
                        "policy-kind",
                        lines -> lines.term("street-light", "즉시민원", "3h")),
                wrong(
                        "categories.street-light.period",
                        "policy-period-too-long",
                        lines -> lines.term("street-light", "고충민원", "8d")),
                wrong(
                        "categories.street-light.period",
                        "policy-period-too-long",
                        lines -> lines.term("street-light", "건의민원", "1m")));
    }

    private static Arguments wrong(String line, String code, Consumer<PolicyLinesMother> change) {
        return arguments(line, code, change);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("contradictions")
    void aContradictionNamesItsLineAndNothingElse(String line, String code, Consumer<PolicyLinesMother> change) {
        List<PolicyCheck.Fault> faults = faults(PolicyLinesMother.but(change));

        assertThat(faults.getFirst().line()).isEqualTo(line);
        assertThat(faults.getFirst().code()).isEqualTo(code);
        assertThat(faults).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        List<PolicyCheck.Fault> faults = faults(PolicyLinesMother.but(lines -> {
            lines.from = TODAY;
            lines.lunchTo = LocalTime.of(19, 0);
            lines.withConsent = 2;
        }));

        assertThat(faults)
                .extracting(PolicyCheck.Fault::line)
                .containsExactly("effectiveFrom", "lunchTo", "extensionsWithConsent");
    }

    @Test
    void aVersionComesAfterTheLastOne() {
        Office seogu = WorkItems.SEOGU;
        PolicyVersion later = PolicyVersion.since(
                LocalDate.of(2027, 3, 1),
                PolicyLinesMother.but(l -> l.version = "next").policy(),
                null);
        PolicyHistory history = ((PolicyHistory.Result.Whole) seogu.policies().with(later)).history();
        Office changed = new Office(
                seogu.id(),
                seogu.name(),
                seogu.intakeDepartmentId(),
                history,
                seogu.departments(),
                seogu.categories(),
                List.of());

        assertThat(PolicyCheck.faults(PolicyLinesMother.sound(), changed, CALENDAR, TODAY))
                .extracting(PolicyCheck.Fault::line, PolicyCheck.Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("effectiveFrom", "policy-from-before-last"));
    }
}
