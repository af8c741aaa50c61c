package kr.minwon.routing.calendar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import kr.minwon.routing.calendar.CalendarDesk;
import kr.minwon.routing.calendar.Recount;
import kr.minwon.routing.clock.Holiday;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.DeclaredDay;
import org.jspecify.annotations.Nullable;

/** Days off and recounts as clients see them. */
final class CalendarViews {
    private CalendarViews() {}

    /** @param holidays every day off of the year, the office's own among them */
    record Year(int year, Hours hours, List<Off> holidays, List<Override> overrides) {}

    record Hours(String version, String opens, String closes, String lunchFrom, String lunchTo) {}

    /** @param kind {@code statutory}, {@code substitute}, {@code election}, {@code temporary}, {@code office} */
    record Off(String date, String name, String kind) {
        static Off of(Holiday holiday) {
            return new Off(holiday.date().toString(), holiday.name(), word(holiday.kind()));
        }
    }

    /** @param recount the last recount because of it; absent when it is long ago */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Override(
            String date,
            String name,
            String kind,
            String addedBy,
            String addedAt,
            @Nullable Progress recount) {
        static Override of(DeclaredDay declared, @Nullable Recount recount) {
            return new Override(
                    declared.day().date().toString(),
                    declared.day().name(),
                    word(declared.day().kind()),
                    declared.by(),
                    SeoulTime.iso(declared.at()),
                    recount == null ? null : Progress.of(recount));
        }
    }

    /** @param complete whether every open case was looked at; if not, there are at least so many */
    record Preview(long cases, boolean complete, List<Example> examples) {
        static Preview of(CalendarDesk.Answer.Preview preview) {
            return new Preview(
                    preview.cases(),
                    preview.complete(),
                    preview.examples().stream().map(Example::of).toList());
        }
    }

    record Example(String receiptNumber, String title, String departmentId, String dueBefore, String dueAfter) {
        static Example of(CalendarDesk.Example example) {
            return new Example(
                    example.item().petition().receiptNumber(),
                    example.item().petition().title(),
                    example.item().departmentId(),
                    SeoulTime.iso(example.item().clock().dueAt()),
                    SeoulTime.iso(example.dueAfter()));
        }
    }

    /**
     * How far a recount is.
     *
     * @param action {@code added} or {@code removed}
     * @param state {@code waiting}, {@code running}, {@code done}, {@code superseded}
     * @param seen open cases that were looked at
     * @param changed cases with another deadline
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            String id,
            String date,
            String name,
            String action,
            String state,
            long seen,
            long changed,
            @Nullable String startedAt,
            @Nullable String finishedAt,
            @Nullable Long perSecond) {
        static Progress of(Recount recount) {
            Recount.Progress far = recount.progress();
            return new Progress(
                    recount.id(),
                    recount.date().toString(),
                    recount.day().name(),
                    recount.added() ? "added" : "removed",
                    recount.state().wireName(),
                    far.seen(),
                    far.changed(),
                    iso(far.startedAt()),
                    iso(far.finishedAt()),
                    perSecond(far));
        }

        private static @Nullable Long perSecond(Recount.Progress far) {
            Instant from = far.startedAt();
            Instant to = far.finishedAt();
            return from == null || to == null
                    ? null
                    : far.seen() * 1000 / Math.max(1, Duration.between(from, to).toMillis());
        }
    }

    private static @Nullable String iso(@Nullable Instant at) {
        return at == null ? null : SeoulTime.iso(at);
    }

    private static String word(Holiday.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
