package kr.minwon.gateway.clients;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What staff are reminded of, in notification-service, called as whoever the page is shown to. */
@HttpExchange("/api/v1/staff/notices")
public interface StaffNoticeApi {
    /** What the colleague is reminded of, the latest first. */
    @GetExchange
    Notices list(
            @RequestParam(required = false) @Nullable String departmentId,
            @RequestParam(required = false) @Nullable String cursor);

    /** How many of them they have not seen. */
    @GetExchange("/count")
    Count count();

    /** They have seen all up to {@code upTo}, the key of a notice. */
    @PostExchange(url = "/seen", contentType = MediaType.APPLICATION_JSON_VALUE)
    Count seen(@RequestBody Map<String, Object> upTo);

    /** @param next cursor of the next page; null at the end */
    record Notices(List<Notice> items, @Nullable String next) {
        public Notices {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /**
     * A notice.
     *
     * @param kind {@code half} {@code dueSoon} {@code due} {@code overdue} {@code acceptance}
     */
    record Notice(
            @Nullable String key,
            @Nullable String receiptNumber,
            @Nullable String title,
            @Nullable String kind,
            @Nullable String dueAt,
            @Nullable Integer workingDaysLate,
            @Nullable String departmentId,
            @Nullable String officerId,
            @Nullable String remindedAt,
            @Nullable Boolean seen) {}

    /** @param most a number as large stands for so many or more */
    record Count(int unseen, int most) {}
}
