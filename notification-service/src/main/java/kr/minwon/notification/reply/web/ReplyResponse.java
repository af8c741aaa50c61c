package kr.minwon.notification.reply.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.MobileNumber;
import kr.minwon.notification.message.SeoulTime;
import kr.minwon.notification.reply.Reply;
import kr.minwon.notification.reply.Reply.Handling;
import org.jspecify.annotations.Nullable;

/**
 * An inbound text as staff see it; times are ISO-8601 in Seoul.
 *
 * @param from masked: {@code 010-****-5678}
 * @param mobile whether its sender has a mobile, so that it can be filed
 * @param cut whether there was more than is kept
 * @param meaning such as {@code rating}
 * @param why somebody has to look at it, such as {@code ambiguous}
 * @param refusal why its case could not take it, such as {@code reopening-too-late}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplyResponse(
        String replyId,
        String from,
        boolean mobile,
        String text,
        boolean cut,
        String receivedAt,
        String meaning,
        @Nullable String why,
        @Nullable String refusal,
        @Nullable String receiptNumber,
        @Nullable Integer score,
        boolean open,
        @Nullable HandlingPart handling) {

    /** @param what attached, filed or done */
    record HandlingPart(
            String what, String by, String at, @Nullable String note) {
        static @Nullable HandlingPart of(@Nullable Handling handling) {
            return handling == null
                    ? null
                    : new HandlingPart(
                            handling.what().wireName(),
                            handling.byName(),
                            SeoulTime.threeDigits(handling.at()),
                            handling.note());
        }
    }

    static ReplyResponse of(Reply reply) {
        About about = reply.meaning().about();
        return new ReplyResponse(
                reply.id(),
                masked(reply),
                reply.isFromMobile(),
                reply.text(),
                reply.cut(),
                SeoulTime.threeDigits(reply.receivedAt()),
                reply.meaning().kind().wireName(),
                reply.meaning().why() == null ? null : reply.meaning().why().wireName(),
                reply.refusal(),
                about == null ? null : about.receiptNumber(),
                reply.meaning().score(),
                reply.open(),
                HandlingPart.of(reply.handling()));
    }

    /** What is no mobile is an office's or a company's number, and shown to its half. */
    private static String masked(Reply reply) {
        String from = reply.from();
        if (reply.isFromMobile()) {
            return MobileNumber.masked(from);
        }
        return from.isEmpty()
                ? "?"
                : from.substring(0, from.length() / 2) + "*".repeat(from.length() - from.length() / 2);
    }
}
