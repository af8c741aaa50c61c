package kr.minwon.gateway.pages.staff;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import kr.minwon.gateway.clients.StaffNoticeApi;
import kr.minwon.gateway.pages.OfficeDesk;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is reminded of, in words.
 *
 * @param mark in a word, such as 기한 지남
 * @param bad whether a time has passed
 * @param sentence what it says
 * @param department whose case it is
 * @param untaken whether nobody has it
 * @param at when they were reminded
 */
record NoticeView(
        String number,
        String title,
        String mark,
        boolean bad,
        String sentence,
        String department,
        boolean untaken,
        @Nullable String at,
        boolean fresh) {
    private static final Set<String> KINDS = Set.of("half", "dueSoon", "due", "overdue", "acceptance");
    private static final Set<String> PASSED = Set.of("due", "overdue", "acceptance");

    /** Makes views. */
    record Maker(Words words, OfficeDesk desk, Clock clock) {
        NoticeView of(StaffNoticeApi.Notice notice) {
            String kind = text(notice.kind());
            String due = SeoulMoment.of(notice.dueAt())
                    .map(at -> at.spoken(words, clock))
                    .orElse("");
            int late = Objects.requireNonNullElse(notice.workingDaysLate(), 0);
            return new NoticeView(
                    text(notice.receiptNumber()),
                    notice.title() == null || notice.title().isBlank() ? words.text("queue.no-title") : notice.title(),
                    words.textOr("notices.mark." + kind, words.text("notices.title")),
                    PASSED.contains(kind),
                    KINDS.contains(kind) ? words.text("notices.say." + kind, due, late) : "",
                    desk.departmentName(text(notice.departmentId())),
                    notice.officerId() == null,
                    SeoulMoment.of(notice.remindedAt())
                            .map(at -> at.spoken(words, clock))
                            .orElse(null),
                    !Boolean.TRUE.equals(notice.seen()));
        }

        private static String text(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }
}
