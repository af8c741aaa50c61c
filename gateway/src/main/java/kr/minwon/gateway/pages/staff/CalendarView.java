package kr.minwon.gateway.pages.staff;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/** A year's days off as the page shows them. */
final class CalendarView {
    private static final Set<String> UNDER_WAY = Set.of("waiting", "running");

    private CalendarView() {}

    /**
     * @param months the days off by the name of their month
     * @param own the office's own
     * @param underWay whether cases are being counted again
     */
    record Year(
            String year, String before, String after, Map<String, List<Day>> months, List<Own> own, boolean underWay) {}

    /** @param ours whether an administrator added it */
    record Day(String date, String name, boolean ours) {}

    /**
     * @param iso its date for machines
     * @param progress how far cases have been counted again, a sentence
     */
    record Own(
            String iso,
            String date,
            String name,
            String kind,
            @Nullable String progress) {}

    /** @param more whether not every case was looked at */
    record Preview(long cases, boolean more, List<Moved> examples) {}

    record Moved(String number, String title, String before, String after) {}

    static Year empty(String year) {
        return year(year, new LinkedHashMap<>(), List.of(), false);
    }

    static Year of(String year, RoutingApi.Calendar calendar, Words words) {
        List<RoutingApi.OwnDayOff> overrides = Objects.requireNonNullElse(calendar.overrides(), List.of());
        Set<String> ours = overrides.stream().map(RoutingApi.OwnDayOff::date).collect(Collectors.toSet());
        Map<String, List<Day>> months = new LinkedHashMap<>();
        for (RoutingApi.DayOff day : Objects.requireNonNullElse(calendar.holidays(), List.<RoutingApi.DayOff>of())) {
            LocalDate date = LocalDate.parse(day.date());
            months.computeIfAbsent(words.text("calendar.month", date.getMonthValue()), any -> new ArrayList<>())
                    .add(new Day(spoken(date, words), day.name(), ours.contains(day.date())));
        }
        boolean underWay = overrides.stream()
                .anyMatch(day -> day.recount() != null
                        && UNDER_WAY.contains(day.recount().state()));
        return year(year, months, overrides.stream().map(day -> own(day, words)).toList(), underWay);
    }

    private static Year year(String year, Map<String, List<Day>> months, List<Own> own, boolean underWay) {
        int number = Integer.parseInt(year);
        return new Year(year, String.valueOf(number - 1), String.valueOf(number + 1), months, own, underWay);
    }

    private static Own own(RoutingApi.OwnDayOff day, Words words) {
        RoutingApi.Recount recount = day.recount();
        return new Own(
                day.date(),
                spoken(LocalDate.parse(day.date()), words),
                day.name(),
                words.textOr("calendar.kind." + day.kind(), day.kind()),
                recount == null
                        ? null
                        : words.text(
                                "calendar.recount." + recount.state(),
                                Objects.requireNonNullElse(recount.seen(), 0L),
                                Objects.requireNonNullElse(recount.changed(), 0L)));
    }

    static Preview preview(RoutingApi.CalendarPreview preview, Words words) {
        return new Preview(
                Objects.requireNonNullElse(preview.cases(), 0L),
                !Boolean.TRUE.equals(preview.complete()),
                Objects.requireNonNullElse(preview.examples(), List.<RoutingApi.Moved>of()).stream()
                        .map(moved -> new Moved(
                                moved.receiptNumber(),
                                Objects.requireNonNullElse(moved.title(), moved.receiptNumber()),
                                brief(moved.dueBefore(), words),
                                brief(moved.dueAfter(), words)))
                        .toList());
    }

    private static String brief(@Nullable String iso, Words words) {
        return SeoulMoment.of(iso).map(moment -> moment.brief(words)).orElse("");
    }

    /** A date of a form, which the service has read. */
    static String spoken(String iso, Words words) {
        return spoken(LocalDate.parse(iso), words);
    }

    private static String spoken(LocalDate date, Words words) {
        return DateTimeFormatter.ofPattern(words.text("calendar.day"), words.locale())
                .format(date);
    }
}
