package kr.minwon.routing.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kr.minwon.routing.clock.Holidays;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.testing.WorkItems;
import org.junit.jupiter.api.Test;

class StatutoryClocksTests {
    private final StatutoryClocks clocks = new StatutoryClocks(Holidays.known(), Holidays.provisional());

    private StatutoryClock start(String category, String acceptedAt) {
        return clocks.start(
                WorkItems.SEOGU, WorkItems.SEOGU.place(category, WorkItems.ACCEPTED_ON), Instant.parse(acceptedAt));
    }

    @Test
    void theClockRunsFromAcceptance() {
        StatutoryClock clock = start("street-light", "2026-11-23T01:12:30.123Z");

        assertThat(SeoulTime.iso(clock.dueAt())).isEqualTo("2026-11-26T10:12:30.123+09:00");
        assertThat(clock.provisional()).isFalse();
        assertThat(clock.policyVersion()).isEqualTo("2026-01");
        assertThat(clock.period()).isEqualTo("3d");
    }

    @Test
    void aYearWhoseHolidaysAreNotDeclaredYetIsCountedProvisionallyAndSaysSo() {
        StatutoryClock clock = start("parking-violation", "2050-12-27T01:00:00Z");

        assertThat(SeoulTime.iso(clock.dueAt())).isEqualTo("2051-01-04T18:00:00+09:00");
        assertThat(clock.provisional()).isTrue();
        assertThat(clock.steps()).anyMatch(step -> step.startsWith("2051년의 공휴일은 아직"));
        assertThat(clock.steps().getLast()).isEqualTo("따라서 2051년 1월 4일(수) 18시까지 처리합니다.");
    }

    @Test
    void dueSoonIsWithinOneWorkingDay() {
        assertThat(SeoulTime.iso(clocks.soon(WorkItems.SEOGU, Instant.parse("2026-11-27T06:00:00Z"))))
                .as("Friday 15:00: three hours are left, five on Monday")
                .isEqualTo("2026-11-30T15:00:00+09:00");
    }
}
