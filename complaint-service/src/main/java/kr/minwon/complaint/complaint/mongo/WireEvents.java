package kr.minwon.complaint.complaint.mongo;

import java.util.List;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintEvent;
import kr.minwon.outbox.NewEvent;

/** Says how a complaint's events go over the wire, so that they can be stored with the change they belong to. */
@FunctionalInterface
public interface WireEvents {
    /** The events as they are published. */
    List<NewEvent> of(Complaint complaint, List<ComplaintEvent> events);
}
