package kr.minwon.routing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import kr.minwon.routing.testing.DeadlineCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadlineSentencesTests {
    private static final DeadlineCalculator CALCULATOR = new DeadlineCalculator(Holidays.known(), ClockPolicy.DEFAULT);

    private static List<String> steps(DeadlineRequest request) {
        return ((DeadlineResult.Deadline) CALCULATOR.calculate(request)).steps();
    }

    private static DeadlineRequest request(String received, String period) {
        Period known = Period.parse(period).orElseThrow();
        return received.contains("T")
                ? DeadlineRequest.of(LocalDateTime.parse(received), known)
                : DeadlineRequest.of(LocalDate.parse(received), known);
    }

    @Test
    void saysWhichHolidaysAreNotCounted() {
        assertThat(steps(request("2026-09-23T14:00", "5d")))
                .containsExactly(
                        "9월 23일(수) 14시에 접수되었습니다.",
                        "처리기간 5일은 하루를 8시간으로 하여 근무시간 40시간으로 셉니다. 근무시간은 9시–18시이고 점심시간(12시–13시)은 세지 않습니다"
                                + "(민원처리법 제19조제1항).",
                        "9월 24일(목)–26일(토) 추석 연휴, 27일(일)은 세지 않습니다(민원처리법 제19조제1항).",
                        "따라서 10월 2일(금) 14시까지 처리합니다.");
    }

    @Test
    void saysWhyTheFirstDayIsAnother() {
        assertThat(steps(request("2026-11-28T10:30", "7d")))
                .containsExactly(
                        "11월 28일(토) 10시 30분에 접수되었습니다.",
                        "11월 28일(토)은 토요일이라 다음 근무일인 11월 30일(월) 9시부터 셉니다.",
                        "처리기간 7일은 첫날을 넣어 근무일만 셉니다(민원처리법 제19조제2항).",
                        "12월 5일(토)–6일(일) 주말은 세지 않습니다(민원처리법 제19조제2항).",
                        "따라서 12월 8일(화) 18시까지 처리합니다.");
    }

    @Test
    void saysWhyTheLastDayIsMoved() {
        assertThat(steps(request("2026-09-11", "2w")))
                .containsExactly(
                        "9월 11일(금)에 접수되었습니다.",
                        "처리기간 2주는 첫날을 넣어 달력대로 셉니다(민원처리법 제19조제3항, 민법 제160조).",
                        "마지막 날인 9월 24일(목)이 추석 연휴라 다음 근무일인 9월 28일(월)로 옮깁니다(민법 제161조).",
                        "따라서 9월 28일(월) 18시까지 처리합니다.");
    }

    @Test
    void saysWhatAnExtensionAndASuspensionDo() {
        DeadlineRequest request = request("2026-11-23", "7d")
                .extended(2)
                .suspended(List.of(new Suspension(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 12, 1))));

        assertThat(steps(request))
                .contains(
                        "처리기간을 2번 연장하여 14일을 더합니다(민원처리법 시행령 제21조). 두 번째 연장은 민원인의 동의를 받아야 합니다.",
                        "11월 25일(수)–12월 1일(화)은 보완 등으로 멈춘 기간이라 첫날과 마지막 날까지 세지 않습니다(행정절차법 시행령 제11조).");
    }

    @Test
    void saysWhenOnADayTheClockStarts() {
        assertThat(steps(request("2026-11-23T12:30", "3h"))).contains("점심시간에 접수되어 13시부터 셉니다.");
        assertThat(steps(request("2026-11-23T08:30", "3h"))).contains("근무시간 전에 접수되어 9시부터 셉니다.");
        assertThat(steps(request("2026-11-23T18:30", "3h"))).contains("근무시간이 끝난 뒤에 접수되어 다음 근무일인 11월 24일(화) 9시부터 셉니다.");
        assertThat(steps(request("2026-11-23T18:30", "7d"))).contains("근무시간이 끝난 뒤에 접수되었지만 접수한 날을 첫날로 셉니다.");
        assertThat(steps(request("2026-11-23", "3h"))).contains("접수한 시각이 없으므로 근무를 시작하는 9시부터 셉니다.");
        assertThat(steps(request("2026-01-01", "1m"))).contains("1월 1일(목)은 신정이지만 접수한 날을 첫날로 셉니다.");
    }

    @Test
    void namesAYearOnlyWhereItIsAnother() {
        assertThat(steps(request("2026-12-31T17:00", "3h")))
                .contains("2027년 1월 1일(금) 신정, 2일(토)–3일(일)은 세지 않습니다(민원처리법 제19조제1항).")
                .endsWith("따라서 2027년 1월 4일(월) 11시까지 처리합니다.");
    }

    @Test
    void manyWeekendsAreCountedRatherThanListed() {
        assertThat(steps(request("2026-11-02", "25d"))).contains("11월 7일(토)–29일(일) 사이의 주말 4번은 세지 않습니다(민원처리법 제19조제2항).");
    }

    @Test
    void manyHolidaysAreCountedRatherThanListed() {
        assertThat(steps(request("2026-11-02", "999d")))
                .hasSizeLessThan(8)
                .anyMatch(
                        step -> step.matches("12월 25일\\(금\\)–2030년 .* 사이의 공휴일 [0-9]+번은 세지 않습니다\\(민원처리법 제19조제2항\\)\\."));
    }

    @Test
    void twoHolidaysOnOneDayAreBothNamed() {
        assertThat(steps(request("2028-09-29", "7d")))
                .contains("9월 30일(토)–10월 1일(일), 2일(월) 추석 연휴, 3일(화) 개천절·추석, 4일(수)–5일(목) 추석 연휴는 세지 않습니다(민원처리법 제19조제2항).");
    }

    @ParameterizedTest
    @MethodSource("kr.minwon.routing.testing.DeadlineCases#derived")
    void everyStepIsAWholeSentenceAndTheLastSaysTheDate(DeadlineCases.Case known) {
        List<String> steps = steps(known.request());

        assertThat(steps)
                .hasSizeBetween(3, 12)
                .allSatisfy(step -> assertThat(step).matches("[^\\p{Cntrl}]*[가-힣].*니다\\.|.*\\)\\."));
        LocalDateTime due = LocalDateTime.parse(known.due());
        assertThat(steps.getLast()).contains(due.getMonthValue() + "월 " + due.getDayOfMonth() + "일(");
    }
}
