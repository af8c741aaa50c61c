package kr.minwon.complaint.complaint.messaging;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kr.minwon.complaint.complaint.Categories;
import kr.minwon.complaint.complaint.ComplaintId;
import kr.minwon.complaint.complaint.FileComplaint;
import kr.minwon.complaint.complaint.Language;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Location;
import kr.minwon.complaint.complaint.NewComplaint;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.ResidentText;
import kr.minwon.complaint.complaint.ResidentText.Meaning;
import kr.minwon.complaint.complaint.ResidentTexts;
import kr.minwon.complaint.complaint.mongo.ComplaintInbox;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.UnreadableEvent;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.UnknownKeyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the texts of residents: into their cases, or as complaints of their own. Each counts once. */
@Component
class IncomingTexts {
    /** Who files by a text is known by the phone only. */
    private static final String NAMELESS = "문자신청";

    private final ComplaintInbox inbox;
    private final FileComplaint fileComplaint;
    private final FieldSealer sealer;

    IncomingTexts(ComplaintInbox inbox, FileComplaint fileComplaint, FieldSealer sealer) {
        this.inbox = inbox;
        this.fileComplaint = fileComplaint;
        this.sealer = sealer;
    }

    void on(IncomingEvent event) {
        NotificationReplyV1 body = event.as(NotificationReplyV1.class);
        try {
            ComplaintId id = new ComplaintId(present(body.complaintId()));
            ResidentText text = text(body);
            if (text.meaning() == Meaning.COMPLAINT) {
                fileComplaint.fileText(id, complaint(body, text));
            } else {
                inbox.applyUncounted(id, complaint -> ResidentTexts.take(complaint, text));
            }
        } catch (IllegalArgumentException | java.time.DateTimeException | UnknownKeyException e) {
            // Whatever is wrong with a known type's body is poison, and named without quoting it.
            throw new UnreadableEvent("the body of " + event + " does not fit", e);
        }
    }

    private ResidentText text(NotificationReplyV1 body) {
        Meaning meaning = Meaning.of(present(body.meaning()));
        if ((meaning == Meaning.RATING && !isScore(body.score()))
                || (meaning == Meaning.CONSENT && body.agreed() == null)) {
            throw new IllegalArgumentException("a meaning without its value");
        }
        NotificationReplyV1.By by = body.by();
        return new ResidentText(
                new ComplaintId(present(body.replyId())).value(),
                meaning,
                sealer.open("reply.text", present(body.text())),
                Boolean.TRUE.equals(body.cut()),
                OffsetDateTime.parse(present(body.receivedAt())).toInstant().truncatedTo(ChronoUnit.MILLIS),
                body.score(),
                body.agreed(),
                by == null ? null : new Officer(present(by.id()), present(by.name())));
    }

    private static boolean isScore(@Nullable Integer score) {
        return score != null && score >= Limits.SCORE_LOWEST && score <= Limits.SCORE_HIGHEST;
    }

    private NewComplaint complaint(NotificationReplyV1 body, ResidentText text) {
        String place = body.place();
        // Who texts the office asks to be told by text.
        return new NewComplaint(
                present(body.officeId()),
                sealer.open("reply.title", present(body.title())),
                text.words(),
                Categories.OTHER,
                place == null ? null : new Location(place, null, null),
                NAMELESS,
                sealer.open("reply.phone", present(body.phone())),
                true,
                false,
                List.of(),
                Language.KOREAN,
                null);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        return value;
    }
}
