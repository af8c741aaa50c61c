package kr.minwon.gateway.pages.staff;

import java.time.Clock;
import java.util.Set;
import kr.minwon.gateway.clients.PublicCase;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.pages.OfficeDesk;
import kr.minwon.gateway.pages.RequestKeys;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import kr.minwon.gateway.pages.resident.CategoryChoices;
import org.jspecify.annotations.Nullable;

/**
 * A case in the work list.
 *
 * @param urgency {@code overdue}, {@code soon}, or empty
 * @param remaining how long there still is, in words; null once it is done
 * @param officer who has it, null while nobody does
 * @param forwarded why the intake is to say whose it is; null when it need not
 * @param draft how the draft of its answer stands: {@code awaiting}, {@code returned}, or empty
 * @param key for taking it
 */
record QueueRow(
        String number,
        String title,
        String category,
        String status,
        String department,
        @Nullable String officer,
        @Nullable String due,
        String urgency,
        @Nullable String remaining,
        boolean claimable,
        @Nullable String forwarded,
        String draft,
        String key) {
    private static final Set<String> DONE =
            Set.of("answered", "closed", "withdrawn", "returned", "transferred", "merged");

    private static final Set<String> DRAFTS = Set.of("awaiting", "returned");

    /** Makes rows. */
    record Maker(Words words, CategoryChoices categories, OfficeDesk desk, Clock clock, Colleague me) {
        QueueRow of(RoutingApi.Item item) {
            String status = text(item.status());
            boolean open = !DONE.contains(status);
            DueTime left = open ? DueTime.of(item.dueAt(), words, clock).orElse(null) : null;
            PublicCase.Officer officer = item.officer();
            String department = text(item.departmentId());
            return new QueueRow(
                    item.receiptNumber(),
                    item.title() == null || item.title().isBlank() ? words.text("queue.no-title") : item.title(),
                    categories.name(text(item.category()), null, words),
                    words.textOr("status." + status, words.text("status.unknown")),
                    desk.departmentName(department),
                    officer == null ? null : officer.name(),
                    SeoulMoment.of(item.dueAt()).map(at -> at.brief(words)).orElse(null),
                    left == null ? "" : left.urgency(),
                    left == null ? null : left.remaining(),
                    open
                            && !status.equals("filed")
                            && officer == null
                            && item.forwarding() == null
                            && me.mayClaim()
                            && me.caller().departments().contains(department),
                    item.forwarding() == null ? null : forwarded(item.forwarding()),
                    DRAFTS.contains(text(item.draft())) ? text(item.draft()) : "",
                    RequestKeys.next());
        }

        private String forwarded(RoutingApi.Forwarding forwarding) {
            String from = desk.departmentName(forwarding.fromDepartmentId());
            String proposed = forwarding.proposedDepartmentId();
            String reason = text(forwarding.reason());
            return proposed == null
                    ? words.text("queue.forwarded", from, reason)
                    : words.text("queue.forwarded.proposed", from, desk.departmentName(proposed), reason);
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
