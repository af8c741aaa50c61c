package kr.minwon.notification.reply.messaging;

import java.util.List;
import java.util.Objects;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.SeoulTime;
import kr.minwon.notification.reply.Meaning;
import kr.minwon.notification.reply.Reply;
import kr.minwon.outbox.NewEvent;
import kr.minwon.sealedfields.FieldSealer;

/** Inbound texts to {@code notification.reply.v1}; what somebody wrote, and from where, is sealed. */
public final class ReplyEventMapper {
    /** Authenticated with the sealed values; complaint-service opens them by the same words. */
    private static final String PHONE_FIELD = "reply.phone";

    private static final String TEXT_FIELD = "reply.text";
    private static final String TITLE_FIELD = "reply.title";

    /** As long as a complaint may be; the whole is in the office's list and at the case. */
    private static final int MOST_CHARACTERS = 4_000;

    private final FieldSealer sealer;

    public ReplyEventMapper(FieldSealer sealer) {
        this.sealer = sealer;
    }

    /** What the case is to hear; nothing when the text is for none. */
    public List<NewEvent> of(Reply reply) {
        Meaning meaning = reply.meaning();
        if (!meaning.kind().isForACase()) {
            return List.of();
        }
        About about = meaning.about();
        String complaintId = about == null ? reply.id() : about.complaintId();
        Reply.Handling by = reply.handling();
        String text = reply.text();
        boolean longer = text.codePointCount(0, text.length()) > MOST_CHARACTERS;
        String told = longer ? text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)) : text;
        return List.of(NewEvent.of(
                "notification.reply.v1",
                complaintId,
                new NotificationReplyV1(
                        reply.id(),
                        complaintId,
                        reply.officeId(),
                        meaning.kind().wireName(),
                        sealer.seal(PHONE_FIELD, reply.from()),
                        sealer.seal(TEXT_FIELD, told),
                        reply.cut() || longer,
                        SeoulTime.millis(reply.receivedAt()),
                        meaning.score(),
                        meaning.agreed(),
                        meaning.kind() == Meaning.Kind.COMPLAINT
                                ? sealer.seal(TITLE_FIELD, Objects.requireNonNull(meaning.title()))
                                : null,
                        meaning.place(),
                        by == null ? null : new NotificationReplyV1.By(by.byId(), by.byName()))));
    }
}
