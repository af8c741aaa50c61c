package kr.minwon.notification.staffnotice.messaging;

import java.time.Instant;
import kr.minwon.notification.staffnotice.StaffNotice;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.UnreadableEvent;

/** Reads notices of events; whatever is wrong with one is poison, and named without quoting it. */
final class StaffNoticeReader {
    private static final String WORK_ITEM = "work-item/";

    private StaffNoticeReader() {}

    /** @throws UnreadableEvent when it cannot be read */
    static StaffNotice read(IncomingEvent event, Instant now) {
        StaffNotice notice;
        try {
            notice = event.as(StaffNoticeV1.class).notice(event.sequence(), now);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("the body of " + event + " does not fit", e);
        }
        if (!event.subject().equals(WORK_ITEM + notice.about().complaintId())) {
            throw new UnreadableEvent("of another complaint than its subject: " + event);
        }
        return notice;
    }
}
