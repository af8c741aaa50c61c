package kr.minwon.gateway.pages.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.minwon.gateway.clients.NotificationApi;
import kr.minwon.gateway.clients.ReplyApi;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a case both ways, in the order in which they were written.
 *
 * @param unavailable nobody can tell now
 */
record Talk(boolean unavailable, List<Line> lines) {
    static final Talk AWAY = new Talk(true, List.of());

    /** One text: ours, or the resident's. */
    record Line(
            Instant at,
            @Nullable MessageView message,
            @Nullable ReplyView reply) {}

    static Talk of(List<NotificationApi.Message> ours, List<ReplyApi.Reply> theirs, Words words, Clock clock) {
        List<Line> lines = new ArrayList<>();
        MessageView.Maker messages = new MessageView.Maker(words, clock);
        ReplyView.Maker replies = new ReplyView.Maker(words, clock);
        ours.forEach(one -> lines.add(
                new Line(moment(one.queuedAt()), messages.of(List.of(one)).all().getFirst(), null)));
        theirs.forEach(one -> lines.add(new Line(moment(one.receivedAt()), null, replies.of(one))));
        lines.sort(Comparator.comparing(Line::at));
        return new Talk(false, lines);
    }

    private static Instant moment(@Nullable String iso) {
        try {
            return iso == null ? Instant.EPOCH : OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException none) {
            return Instant.EPOCH;
        }
    }
}
