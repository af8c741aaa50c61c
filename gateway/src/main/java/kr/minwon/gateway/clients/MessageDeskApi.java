package kr.minwon.gateway.clients;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The office's texts as a whole, and those of a phone. */
@HttpExchange("/api/v1/staff/messages")
public interface MessageDeskApi {
    /** What became of the texts of some days, and what they cost. */
    @GetExchange("/summary")
    Summary summary(@RequestParam String from, @RequestParam String to);

    /** The texts of a phone; that it was asked for is written down first. */
    @PostExchange(url = "/search", contentType = MediaType.APPLICATION_JSON_VALUE)
    Found search(@RequestBody Search search);

    /** Who has searched. */
    @GetExchange("/searches")
    Searches searches(@RequestParam(required = false) @Nullable String cursor);

    /** A search by number. */
    record Search(String phone, String reason, @Nullable String cursor) {}

    /** What was found, the newest first. */
    record Found(
            @Nullable Long searchNumber,
            List<NotificationApi.Message> items,
            @Nullable String next) {}

    /** A page of searches, the newest first. */
    record Searches(List<SearchRecord> items, @Nullable String next) {}

    /**
     * That somebody searched.
     *
     * @param whose the same for the same phone
     * @param intact whether it is as it was written down
     */
    record SearchRecord(
            @Nullable Long number,
            @Nullable String at,
            @Nullable String byName,
            @Nullable String role,
            @Nullable String whose,
            @Nullable String reason,
            @Nullable Boolean intact) {}

    /** The figures of some days. */
    record Summary(
            @Nullable String from,
            @Nullable String to,
            @Nullable String countedAt,
            Totals total,
            @Nullable List<Lane> waiting,
            @Nullable List<Cause> failures,
            @Nullable List<Cause> notSent,
            @Nullable List<Provider> providers,
            @Nullable List<Department> departments,
            @Nullable List<Day> days) {}

    /** Texts by what became of them; {@code cost} is in won. */
    record Totals(
            long made,
            long sent,
            long accepted,
            long delivered,
            long failed,
            long unknown,
            long waiting,
            long dropped,
            long merged,
            @Nullable BigDecimal cost) {}

    /** How many wait with one urgency. */
    record Lane(String lane, long count) {}

    /** How many for one reason. */
    record Cause(String cause, long count) {}

    /** Those that one provider was handed. */
    record Provider(String provider, Totals total) {}

    /** Those of one department's cases, or of none. */
    record Department(@Nullable String kind, @Nullable String departmentId, Totals total) {}

    /** Those of one day. */
    record Day(String day, Totals total) {}
}
