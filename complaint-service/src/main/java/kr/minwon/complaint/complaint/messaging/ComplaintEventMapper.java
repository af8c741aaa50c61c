package kr.minwon.complaint.complaint.messaging;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.complaint.complaint.Answer;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintEvent;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintAnswered;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintAssigned;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintClosed;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintStarted;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintSubmitted;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintWithdrawn;
import kr.minwon.complaint.complaint.Department;
import kr.minwon.complaint.complaint.Filing;
import kr.minwon.complaint.complaint.Location;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.Reporter;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.complaint.complaint.mongo.WireEvents;
import kr.minwon.outbox.NewEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Joins what happened to a complaint with its form on the wire: {@code contracts/events/complaint.*.v1}. */
@Component
class ComplaintEventMapper implements WireEvents {
    @Override
    public List<NewEvent> of(Complaint complaint, List<ComplaintEvent> events) {
        return events.stream().map(event -> of(complaint, event)).toList();
    }

    private static NewEvent of(Complaint complaint, ComplaintEvent event) {
        Map<String, Object> body = head(complaint.filing());
        String type = switch (event) {
            case ComplaintSubmitted submitted -> submitted(body, complaint);
            case ComplaintAssigned assigned -> assigned(body, assigned);
            case ComplaintStarted started -> started(body, started);
            case ComplaintAnswered answered -> answered(body, answered);
            case ComplaintWithdrawn withdrawn -> withdrawn(body, withdrawn);
            case ComplaintClosed closed -> closed(body, closed);
        };
        return new NewEvent(type, complaint.id().value(), body);
    }

    private static Map<String, Object> head(Filing filing) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("complaintId", filing.id().value());
        body.put("officeId", filing.officeId());
        body.put("receiptNumber", filing.receiptNumber().value());
        return body;
    }

    private static String submitted(Map<String, Object> body, Complaint complaint) {
        Filing filing = complaint.filing();
        body.put("title", filing.title());
        body.put("category", filing.category());
        put(body, "location", location(filing.location()));
        body.put("reporter", reporter(filing.reporter()));
        body.put("smsConsent", filing.smsConsent());
        body.put("isPublic", filing.isPublic());
        body.put("status", filing.filedAs().wireName());
        body.put("submittedAt", SeoulTime.iso(filing.submittedAt()));
        Instant acceptedAt = complaint.progress().acceptedAt();
        put(body, "acceptedAt", acceptedAt == null ? null : SeoulTime.iso(acceptedAt));
        return "complaint.submitted.v1";
    }

    private static String assigned(Map<String, Object> body, ComplaintAssigned assigned) {
        body.put("department", department(assigned.department()));
        body.put("dueAt", SeoulTime.iso(assigned.deadline().dueAt()));
        body.put("period", assigned.deadline().period());
        body.put("steps", assigned.deadline().steps());
        body.put("assignedAt", SeoulTime.iso(assigned.at()));
        body.put("assignment", assigned.number());
        return "complaint.assigned.v1";
    }

    private static String started(Map<String, Object> body, ComplaintStarted started) {
        body.put("department", department(started.department()));
        body.put("officer", officer(started.officer()));
        body.put("startedAt", SeoulTime.iso(started.at()));
        return "complaint.started.v1";
    }

    private static String answered(Map<String, Object> body, ComplaintAnswered answered) {
        Answer answer = answered.answer();
        body.put("outcome", answer.outcome().label());
        body.put("department", department(answer.department()));
        body.put("officer", officer(answer.officer()));
        body.put("answeredAt", SeoulTime.iso(answer.at()));
        body.put("answer", answered.number());
        return "complaint.answered.v1";
    }

    private static String withdrawn(Map<String, Object> body, ComplaintWithdrawn withdrawn) {
        body.put("withdrawnAt", SeoulTime.iso(withdrawn.at()));
        return "complaint.withdrawn.v1";
    }

    private static String closed(Map<String, Object> body, ComplaintClosed closed) {
        body.put("closedAt", SeoulTime.iso(closed.at()));
        body.put("reason", "rated");
        return "complaint.closed.v1";
    }

    private static Map<String, Object> department(Department department) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("id", department.id());
        part.put("name", department.name());
        part.put("contact", department.contact());
        return part;
    }

    private static Map<String, Object> officer(Officer officer) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("id", officer.id());
        part.put("name", officer.name());
        return part;
    }

    private static Map<String, Object> reporter(Reporter reporter) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("name", reporter.sealedName());
        part.put("phone", reporter.sealedPhone());
        part.put("contactId", reporter.contactId());
        return part;
    }

    private static @Nullable Map<String, Object> location(@Nullable Location location) {
        if (location == null) {
            return null;
        }
        Map<String, Object> part = new LinkedHashMap<>();
        put(part, "address", location.address());
        put(part, "lat", location.lat());
        put(part, "lng", location.lng());
        return part;
    }

    private static void put(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
