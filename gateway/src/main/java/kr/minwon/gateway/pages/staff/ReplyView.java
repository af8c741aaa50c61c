package kr.minwon.gateway.pages.staff;

import java.time.Clock;
import java.util.Objects;
import kr.minwon.gateway.clients.ReplyApi;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody sent, in words.
 *
 * @param meaning what it was taken for
 * @param why somebody has to look at it; null when nobody has
 * @param number of the case it is about; null when that is not known
 * @param attachedBy who of the office gave it to its case, so that it may be another person's; null when nobody did
 */
record ReplyView(
        String id,
        String from,
        boolean mobile,
        String text,
        boolean cut,
        @Nullable String at,
        String meaning,
        @Nullable String why,
        @Nullable String number,
        boolean open,
        @Nullable String attachedBy) {
    /** Makes views. */
    record Maker(Words words, Clock clock) {
        ReplyView of(ReplyApi.Reply reply) {
            String why = reply.why();
            String refusal = reply.refusal();
            return new ReplyView(
                    text(reply.replyId()),
                    text(reply.from()),
                    Boolean.TRUE.equals(reply.mobile()),
                    text(reply.text()),
                    Boolean.TRUE.equals(reply.cut()),
                    SeoulMoment.of(reply.receivedAt())
                            .map(at -> at.spoken(words, clock))
                            .orElse(null),
                    words.textOr("reply.meaning." + reply.meaning(), words.text("reply.meaning.unclear")),
                    why == null
                            ? null
                            : refusal == null
                                    ? words.textOr("reply.why." + why, why)
                                    : words.textOr("reply.refusal." + refusal, words.text("reply.why.refused")),
                    reply.receiptNumber(),
                    Boolean.TRUE.equals(reply.open()),
                    attachedBy(reply.handling()));
        }

        private static @Nullable String attachedBy(ReplyApi.@Nullable Handling handling) {
            return handling != null && "attached".equals(handling.what()) ? text(handling.by()) : null;
        }

        private static String text(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }
}
