package kr.minwon.complaint.complaint.messaging;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.minwon.complaint.complaint.ActionLinks;
import kr.minwon.complaint.complaint.Answer;
import kr.minwon.complaint.complaint.Change;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintEvent;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintAccepted;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintAnswered;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintAssigned;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintChanged;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintClosed;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintContinued;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintExtended;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintMerged;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintReopened;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintReturned;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintStarted;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintSubmitted;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintTransferred;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintWithdrawn;
import kr.minwon.complaint.complaint.ComplaintEvent.ConsentAnswered;
import kr.minwon.complaint.complaint.ComplaintEvent.ConsentRequested;
import kr.minwon.complaint.complaint.ComplaintEvent.DeadlineMoved;
import kr.minwon.complaint.complaint.ComplaintEvent.DraftChanged;
import kr.minwon.complaint.complaint.ComplaintEvent.ProgressReported;
import kr.minwon.complaint.complaint.ComplaintEvent.RepeatClosed;
import kr.minwon.complaint.complaint.ComplaintEvent.ResidentTexted;
import kr.minwon.complaint.complaint.ComplaintEvent.SupplementRequested;
import kr.minwon.complaint.complaint.ComplaintEvent.Supplemented;
import kr.minwon.complaint.complaint.Consent;
import kr.minwon.complaint.complaint.DeadlineChange;
import kr.minwon.complaint.complaint.Department;
import kr.minwon.complaint.complaint.Filing;
import kr.minwon.complaint.complaint.Location;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.Refusal;
import kr.minwon.complaint.complaint.Reopening;
import kr.minwon.complaint.complaint.Reporter;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.complaint.complaint.Supplement;
import kr.minwon.complaint.complaint.mongo.WireEvents;
import kr.minwon.outbox.NewEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Joins what happened to a complaint with its form on the wire: {@code contracts/events/complaint.*.v1}. */
@Component
class ComplaintEventMapper implements WireEvents {
    private final ActionLinks links;

    ComplaintEventMapper(ActionLinks links) {
        this.links = links;
    }

    @Override
    public List<NewEvent> of(Complaint complaint, List<ComplaintEvent> events) {
        return events.stream().map(event -> of(complaint, event)).toList();
    }

    private NewEvent of(Complaint complaint, ComplaintEvent event) {
        Map<String, Object> body = head(complaint.filing());
        String type = switch (event) {
            case ComplaintSubmitted submitted -> submitted(body, complaint);
            case ComplaintAssigned assigned -> assigned(body, assigned);
            case ComplaintStarted started -> started(body, started);
            case ComplaintAnswered answered -> answered(body, answered);
            case ComplaintWithdrawn withdrawn -> withdrawn(body, withdrawn);
            case ComplaintClosed closed -> closed(body, closed);
            case SupplementRequested requested -> supplementRequested(body, requested, complaint);
            case Supplemented supplemented -> supplemented(body, supplemented);
            case ComplaintExtended extended -> extended(body, extended.change());
            case DeadlineMoved moved -> deadlineChanged(body, moved.change());
            case ConsentRequested requested -> consentRequested(body, requested, complaint);
            case ConsentAnswered answered -> consentAnswered(body, answered);
            case ComplaintReturned returned -> returned(body, returned);
            case ComplaintTransferred transferred -> transferred(body, transferred);
            case ComplaintAccepted accepted -> accepted(body, accepted);
            case ComplaintReopened reopened -> reopened(body, reopened.reopening());
            case ProgressReported reported -> progress(body, reported, complaint);
            case ComplaintMerged merged -> merged(body, merged);
            case ComplaintContinued continued -> continued(body, continued);
            case RepeatClosed closed -> closed(body, closed);
            case ComplaintChanged changed -> changed(body, changed.change());
            case ResidentTexted texted -> texted(body, texted);
            case DraftChanged changed -> draftChanged(body, changed);
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

    private String submitted(Map<String, Object> body, Complaint complaint) {
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
        if (filing.channel() == Filing.Channel.TEXT) {
            body.put("channel", filing.channel().wireName());
            body.put("link", links.sealed(complaint, ActionLinks.Action.DETAILS, 1));
        }
        body.put("language", filing.language().wireName());
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
        Officer approvedBy = answer.approvedBy();
        put(body, "approvedBy", approvedBy == null ? null : officer(approvedBy));
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

    private static String closed(Map<String, Object> body, RepeatClosed closed) {
        body.put("closedAt", SeoulTime.iso(closed.ending().at()));
        body.put("reason", "repeat");
        body.put("explanation", closed.ending().reason());
        body.put("department", department(closed.department()));
        body.put("officer", officer(closed.officer()));
        return "complaint.closed.v1";
    }

    private static String accepted(Map<String, Object> body, ComplaintAccepted accepted) {
        body.put("officer", officer(accepted.officer()));
        body.put("acceptedAt", SeoulTime.iso(accepted.at()));
        return "complaint.accepted.v1";
    }

    private static String changed(Map<String, Object> body, Change change) {
        body.put("change", change.number());
        body.put("changedAt", SeoulTime.iso(change.at()));
        return "complaint.changed.v1";
    }

    private static String texted(Map<String, Object> body, ResidentTexted texted) {
        body.put("replyId", texted.text().replyId());
        body.put("meaning", texted.text().meaning().wireName());
        Refusal refusal = texted.refusal();
        put(body, "refusal", refusal == null ? null : refusal.wireName());
        body.put("textedAt", SeoulTime.iso(texted.text().at()));
        return "complaint.texted.v1";
    }

    private static String draftChanged(Map<String, Object> body, DraftChanged changed) {
        body.put("state", changed.state().wireName());
        body.put("revision", changed.draft().revision());
        body.put("department", department(changed.department()));
        body.put("author", officer(changed.draft().author()));
        body.put("changedAt", SeoulTime.iso(changed.at()));
        return "complaint.draft-changed.v1";
    }

    private static String reopened(Map<String, Object> body, Reopening reopening) {
        body.put("cause", reopening.cause().wireName());
        body.put("reopening", reopening.number());
        body.put("answer", reopening.answer());
        body.put("reopenedAt", SeoulTime.iso(reopening.at()));
        return "complaint.reopened.v1";
    }

    private static String progress(Map<String, Object> body, ProgressReported reported, Complaint complaint) {
        body.put("progress", reported.number());
        body.put("status", complaint.status().wireName());
        body.put("department", department(reported.department()));
        Officer by = reported.officer();
        put(body, "officer", by == null ? null : officer(by));
        body.put("dueAt", SeoulTime.iso(reported.dueAt()));
        body.put("reportedAt", SeoulTime.iso(reported.at()));
        return "complaint.progress.v1";
    }

    private static String merged(Map<String, Object> body, ComplaintMerged merged) {
        body.put("into", merged.merger().into().value());
        body.put("reason", merged.merger().reason());
        body.put("department", department(merged.department()));
        body.put("officer", officer(merged.merger().by()));
        body.put("mergedAt", SeoulTime.iso(merged.merger().at()));
        return "complaint.merged.v1";
    }

    private static String continued(Map<String, Object> body, ComplaintContinued continued) {
        body.put("cause", continued.what().wireName());
        body.put("department", department(continued.department()));
        body.put("continuedAt", SeoulTime.iso(continued.at()));
        return "complaint.continued.v1";
    }

    private String supplementRequested(Map<String, Object> body, SupplementRequested requested, Complaint complaint) {
        Supplement supplement = requested.supplement();
        body.put("supplement", supplement.number());
        body.put("request", supplement.text());
        body.put("answerBy", SeoulTime.iso(supplement.answerBy()));
        body.put("department", department(requested.department()));
        body.put("officer", officer(supplement.by()));
        body.put("requestedAt", SeoulTime.iso(supplement.requestedAt()));
        body.put("link", links.sealed(complaint, ActionLinks.Action.SUPPLEMENT, supplement.number()));
        return "complaint.supplement-requested.v1";
    }

    private static String supplemented(Map<String, Object> body, Supplemented supplemented) {
        body.put("supplement", supplemented.number());
        body.put("department", department(supplemented.department()));
        body.put("suppliedAt", SeoulTime.iso(supplemented.at()));
        return "complaint.supplemented.v1";
    }

    private static String extended(Map<String, Object> body, DeadlineChange change) {
        body.put("extension", change.extension());
        body.put("reason", change.reason());
        body.put("dueAt", SeoulTime.iso(change.deadline().dueAt()));
        body.put("steps", change.deadline().steps());
        body.put("department", department(change.department()));
        // An extension without an officer is the office's own: its notice still names who answers for it.
        Officer by = change.officer();
        body.put(
                "officer",
                officer(by == null ? new Officer("system", change.department().name()) : by));
        body.put("extendedAt", SeoulTime.iso(change.at()));
        return "complaint.extended.v1";
    }

    private static String deadlineChanged(Map<String, Object> body, DeadlineChange change) {
        body.put("reason", change.reason());
        body.put("dueAt", SeoulTime.iso(change.deadline().dueAt()));
        body.put("steps", change.deadline().steps());
        body.put("department", department(change.department()));
        body.put("changedAt", SeoulTime.iso(change.at()));
        body.put("cause", change.cause().wireName());
        return "complaint.deadline-changed.v1";
    }

    private String consentRequested(Map<String, Object> body, ConsentRequested requested, Complaint complaint) {
        Consent consent = requested.consent();
        body.put("extension", consent.extension());
        body.put("reason", consent.reason());
        body.put("dueAt", SeoulTime.iso(consent.dueAt()));
        body.put("department", department(requested.department()));
        body.put("officer", officer(requested.officer()));
        body.put("requestedAt", SeoulTime.iso(consent.askedAt()));
        body.put("link", links.sealed(complaint, ActionLinks.Action.CONSENT, consent.extension()));
        return "complaint.consent-requested.v1";
    }

    private static String consentAnswered(Map<String, Object> body, ConsentAnswered answered) {
        body.put("extension", answered.extension());
        body.put("agreed", answered.agreed());
        body.put("answeredAt", SeoulTime.iso(answered.at()));
        return "complaint.consent-answered.v1";
    }

    private static String returned(Map<String, Object> body, ComplaintReturned returned) {
        body.put("reason", returned.ending().reason());
        body.put("department", department(returned.department()));
        body.put("officer", officer(returned.officer()));
        body.put("returnedAt", SeoulTime.iso(returned.ending().at()));
        return "complaint.returned.v1";
    }

    private static String transferred(Map<String, Object> body, ComplaintTransferred transferred) {
        body.put("agency", Objects.requireNonNull(transferred.ending().agency()));
        body.put("reason", transferred.ending().reason());
        body.put("department", department(transferred.department()));
        body.put("transferredAt", SeoulTime.iso(transferred.ending().at()));
        return "complaint.transferred.v1";
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
