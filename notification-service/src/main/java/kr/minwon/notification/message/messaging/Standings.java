package kr.minwon.notification.message.messaging;

import static kr.minwon.notification.message.messaging.Fields.present;

import kr.minwon.notification.message.Standing;
import kr.minwon.notification.message.Standing.Phase;
import kr.minwon.notification.message.messaging.ComplaintEvents.ClosedV1;
import kr.minwon.outbox.IncomingEvent;

/** How far an event takes a case, for the texts that its reporter sends. */
final class Standings {
    private Standings() {}

    static Standing after(Standing before, IncomingEvent event) {
        return switch (event.type()) {
            case "complaint.submitted.v1",
                    "complaint.accepted.v1",
                    "complaint.assigned.v1",
                    "complaint.extended.v1",
                    "complaint.progress.v1",
                    "complaint.continued.v1",
                    "complaint.reopened.v1" -> before.in(Phase.OPEN, event.time());
            case "complaint.supplement-requested.v1" -> before.supplement(true, event.time());
            case "complaint.supplemented.v1" -> before.supplement(false, event.time());
            case "complaint.consent-requested.v1" -> before.consent(true, event.time());
            case "complaint.consent-answered.v1" -> before.consent(false, event.time());
            case "complaint.answered.v1" -> before.in(Phase.ANSWERED, event.time());
            case "complaint.closed.v1" -> before.in(closed(event), event.time());
            case "complaint.withdrawn.v1", "complaint.returned.v1", "complaint.transferred.v1" ->
                before.in(Phase.ENDED, event.time());
            default -> before;
        };
    }

    private static Phase closed(IncomingEvent event) {
        return present(event.as(ClosedV1.class).reason()).equals("rated") ? Phase.RATED : Phase.ENDED;
    }
}
