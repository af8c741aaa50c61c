package kr.minwon.routing.clock;

import static kr.minwon.routing.clock.KoreanDates.time;
import static kr.minwon.routing.clock.KoreanDates.topic;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a petitioner, step by step and with the article, why the deadline is what it is. */
final class DeadlineSentences {
    /** So many holidays are named one by one. */
    private static final int MOST_HOLIDAYS_NAMED = 20;
    /** So many weekends are named one by one. */
    private static final int MOST_WEEKENDS_NAMED = 3;

    private static final String NOT_COUNTED = "행정절차법 시행령 제11조";
    private static final String EXTENSION = "민원처리법 시행령 제21조";

    private final ClockPolicy policy;
    private final WorkCalendar calendar;
    private final DeadlineRequest request;
    private final DeadlineCalculator.Count count;
    private final KoreanDates dates;
    private final DaysOff daysOff;
    private final LocalDate received;
    private final List<String> sentences = new ArrayList<>();

    DeadlineSentences(
            WorkCalendar calendar, ClockPolicy policy, DeadlineRequest request, DeadlineCalculator.Count count) {
        this.calendar = calendar;
        this.policy = policy;
        this.request = request;
        this.count = count;
        this.received = request.receivedAt().toLocalDate();
        this.dates = new KoreanDates(received.getYear());
        this.daysOff = new DaysOff(calendar, dates);
    }

    List<String> all() {
        receipt();
        period();
        extension();
        suspensions();
        transits();
        if (request.period().counting() == Period.Counting.CALENDAR) {
            movedEnd();
        } else {
            daysOff();
        }
        LocalDate last = count.due().toLocalDate();
        say("따라서 " + dates.day(last) + " " + time(count.due().toLocalTime()) + "까지 처리합니다.");
        return sentences;
    }

    private void say(String sentence) {
        sentences.add(sentence);
    }

    private void receipt() {
        LocalTime at = request.receivedAt().toLocalTime();
        say(dates.day(received) + (request.dateOnly() ? "" : " " + time(at)) + "에 접수되었습니다.");
        String start = dates.day(count.clockStart().toLocalDate()) + " "
                + time(count.clockStart().toLocalTime());
        if (!calendar.isWorkingDay(received)) {
            String name = daysOff.name(received);
            say(
                    count.firstDay().equals(received)
                            ? topic(dates.day(received)) + " " + KoreanDates.although(name) + " 접수한 날을 첫날로 셉니다."
                            : topic(dates.day(received)) + " " + KoreanDates.because(name) + " 다음 근무일인 " + start
                                    + "부터 셉니다.");
        } else if (!request.dateOnly() && !at.isBefore(policy.closes())) {
            say(
                    count.firstDay().equals(received)
                            ? "근무시간이 끝난 뒤에 접수되었지만 접수한 날을 첫날로 셉니다."
                            : "근무시간이 끝난 뒤에 접수되어 다음 근무일인 " + start + "부터 셉니다.");
        } else if (request.period().counting() == Period.Counting.HOURS) {
            startWithinTheDay(at);
        }
    }

    private void startWithinTheDay(LocalTime at) {
        String start = time(count.clockStart().toLocalTime());
        if (request.dateOnly()) {
            say("접수한 시각이 없으므로 근무를 시작하는 " + start + "부터 셉니다.");
        } else if (at.isBefore(policy.opens())) {
            say("근무시간 전에 접수되어 " + start + "부터 셉니다.");
        } else if (policy.isLunch(at)) {
            say("점심시간에 접수되어 " + start + "부터 셉니다.");
        }
    }

    private void period() {
        Period period = request.period();
        String subject = "처리기간 " + topic(period.korean());
        switch (period.counting()) {
            case HOURS -> {
                String lunch = policy.hasLunch()
                        ? " 점심시간(" + time(policy.lunchFrom()) + "–" + time(policy.lunchTo()) + ")은 세지 않습니다"
                        : " 점심시간도 셉니다";
                String hours = period.unit() == Period.Unit.DAYS
                        ? subject + " 하루를 8시간으로 하여 근무시간 " + period.workingHours() + "시간으로 셉니다."
                        : "처리기간은 " + period.korean() + "입니다.";
                say(hours + " 근무시간은 " + time(policy.opens()) + "–" + time(policy.closes()) + "이고" + lunch + article()
                        + ".");
            }
            case DAYS -> say(subject + " 첫날을 넣어 근무일만 셉니다" + article() + ".");
            case CALENDAR -> say(subject + " 첫날을 넣어 달력대로 셉니다(민원처리법 제19조제3항, 민법 제160조).");
        }
    }

    private String article() {
        return request.period().counting() == Period.Counting.HOURS ? "(민원처리법 제19조제1항)" : "(민원처리법 제19조제2항)";
    }

    private void extension() {
        if (request.extended() == 0) {
            return;
        }
        Period added = new Period(request.added(), request.period().unit());
        String consent = switch (request.extended()) {
            case 1 -> "";
            case 2 -> " 두 번째 연장은 민원인의 동의를 받아야 합니다.";
            default -> " 두 번째 연장은 민원인의 동의를 받아야 하고, 세 번째부터는 법에 정한 바가 없습니다.";
        };
        say("처리기간을 " + request.extended() + "번 연장하여 " + added.korean() + "을 더합니다(" + EXTENSION + ")." + consent);
    }

    private void suspensions() {
        LocalDate due = count.due().toLocalDate();
        for (Suspension suspension : request.suspended()) {
            String days = dates.range(suspension.from(), suspension.to());
            if (suspension.from().isAfter(due)) {
                say(topic(days) + " 처리기한이 지난 뒤라 처리기한에 영향을 주지 않습니다.");
            } else {
                say(topic(days) + " 보완 등으로 멈춘 기간이라 첫날과 마지막 날까지 세지 않습니다(" + NOT_COUNTED + ").");
            }
        }
    }

    private void transits() {
        if (request.transits().isEmpty()) {
            return;
        }
        String way = "담당부서를 찾아 민원실을 거친 ";
        if (request.period().counting() != Period.Counting.HOURS) {
            say(way + "시간은 하루가 되지 않아 처리기한에 영향을 주지 않습니다.");
        } else if (request.transits().getLast().to() == null) {
            say(way + "시간은 근무시간으로 한 번에 3시간까지 세지 않습니다. 지금도 거치는 중입니다(" + NOT_COUNTED + ", 민원처리법 시행령 제13조).");
        } else if (!count.inTransit().isZero()) {
            say(way + "근무시간 " + KoreanDates.length(count.inTransit()) + "은 세지 않습니다(" + NOT_COUNTED + ").");
        }
    }

    private void daysOff() {
        List<DaysOff.Run> runs = daysOff.between(
                count.firstDay(),
                count.due().toLocalDate(),
                day -> request.suspended().stream().anyMatch(suspension -> suspension.contains(day)));
        List<DaysOff.Run> holidays = runs.stream().filter(run -> !run.weekend()).toList();
        if (holidays.size() > MOST_HOLIDAYS_NAMED) {
            say(dates.range(holidays.getFirst().from(), holidays.getLast().to()) + " 사이의 공휴일 " + holidays.size()
                    + "번은 세지 않습니다" + article() + ".");
        } else {
            holidays.forEach(run -> say(topic(run.said()) + " 세지 않습니다" + article() + "."));
        }
        List<DaysOff.Run> weekends = runs.stream().filter(DaysOff.Run::weekend).toList();
        if (weekends.size() > MOST_WEEKENDS_NAMED) {
            say(dates.range(weekends.getFirst().from(), weekends.getLast().to()) + " 사이의 주말 " + weekends.size()
                    + "번은 세지 않습니다" + article() + ".");
        } else if (!weekends.isEmpty()) {
            say(weekends.stream().map(DaysOff.Run::said).collect(Collectors.joining(", ")) + " 주말은 세지 않습니다" + article()
                    + ".");
        }
    }

    private void movedEnd() {
        LocalDate last = count.lastDay();
        if (calendar.isWorkingDay(last)) {
            return;
        }
        say("마지막 날인 " + dates.day(last) + "이 " + KoreanDates.because(daysOff.name(last)) + " 다음 근무일인 "
                + dates.day(count.due().toLocalDate()) + "로 옮깁니다(민법 제161조).");
    }
}
