package kr.minwon.complaint.complaint.mongo;

import static kr.minwon.complaint.complaint.mongo.Documents.moment;
import static kr.minwon.complaint.complaint.mongo.Documents.momentOrNull;
import static kr.minwon.complaint.complaint.mongo.Documents.part;
import static kr.minwon.complaint.complaint.mongo.Documents.partOf;
import static kr.minwon.complaint.complaint.mongo.Documents.put;
import static kr.minwon.complaint.complaint.mongo.Documents.text;

import java.util.List;
import java.util.Optional;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintId;
import kr.minwon.complaint.complaint.ComplaintStatus;
import kr.minwon.complaint.complaint.Filing;
import kr.minwon.complaint.complaint.Group;
import kr.minwon.complaint.complaint.Language;
import kr.minwon.complaint.complaint.Location;
import kr.minwon.complaint.complaint.Progress;
import kr.minwon.complaint.complaint.ReceiptNumber;
import kr.minwon.complaint.complaint.Reporter;
import kr.minwon.complaint.complaint.RequestMark;
import kr.minwon.complaint.complaint.Timeline;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A complaint as a document and back. */
final class ComplaintDocuments implements DocumentMapping<Complaint> {
    /** There when it is not Korean. */
    private static final String LANGUAGE = "language";

    /** There while others have to follow this petition: the index finds it. */
    static final String GROUP_PENDING = "groupPendingSince";

    @Override
    public Document write(Complaint complaint) {
        Document document = new Document();
        write(complaint.filing(), document);
        write(complaint.progress(), document);
        return document;
    }

    private static void write(Filing filing, Document document) {
        put(document, "officeId", filing.officeId());
        put(document, "receiptNumber", filing.receiptNumber().value());
        put(document, "title", filing.title());
        put(document, "body", filing.body());
        put(document, "category", filing.category());
        put(document, "location", location(filing.location()));
        put(
                document,
                "reporter",
                new Document("name", filing.reporter().sealedName())
                        .append("phone", filing.reporter().sealedPhone())
                        .append("contactId", filing.reporter().contactId()));
        put(document, "smsConsent", filing.smsConsent());
        put(document, "isPublic", filing.isPublic());
        put(document, "photoIds", filing.photoIds());
        put(document, "submittedAt", filing.submittedAt());
        put(document, "filedAs", filing.filedAs().wireName());
        put(document, "lookupKeyId", filing.lookupKeyId());
        put(
                document,
                "channel",
                filing.channel() == Filing.Channel.ONLINE
                        ? null
                        : filing.channel().wireName());
        if (filing.language() != Language.KOREAN) {
            put(document, LANGUAGE, filing.language().wireName());
        }
        RequestMark request = filing.request();
        if (request != null) {
            put(document, "idempotencyKey", request.key());
            put(document, "idempotencyDigest", request.digest());
        }
    }

    private static void write(Progress progress, Document document) {
        put(document, "status", progress.status().wireName());
        put(document, "acceptedAt", progress.acceptedAt());
        put(document, "department", CaseParts.write(progress.department()));
        put(document, "deadline", CaseParts.write(progress.deadline()));
        put(document, "assignments", progress.assignments());
        put(document, "officer", CaseParts.write(progress.officer()));
        put(
                document,
                "answers",
                progress.answers().stream().map(CaseParts::write).toList());
        put(document, "rating", CaseParts.write(progress.rating()));
        put(document, "withdrawal", CaseParts.write(progress.withdrawal()));
        put(document, "procedure", CaseParts.write(progress.procedure()));
        Group group = progress.procedure().group();
        put(document, GROUP_PENDING, group != null && group.pending() ? group.at() : null);
        put(document, "timelinePages", progress.timeline().pages());
        put(
                document,
                "timeline",
                progress.timeline().entries().stream().map(CaseParts::write).toList());
        put(
                document,
                "messages",
                progress.messages().stream().map(CaseParts::write).toList());
        put(document, "drafting", DraftParts.write(progress.drafting()));
        if (!progress.requests().isEmpty()) {
            put(
                    document,
                    "requests",
                    progress.requests().stream().map(CaseParts::mark).toList());
        }
    }

    @Override
    public Complaint read(Document document) {
        return new Complaint(filing(document), progress(document));
    }

    private static Filing filing(Document document) {
        Document reporter = partOf(document, "reporter");
        String requestKey = document.getString("idempotencyKey");
        return new Filing(
                new ComplaintId(text(document, "_id")),
                text(document, "officeId"),
                new ReceiptNumber(text(document, "receiptNumber")),
                text(document, "title"),
                text(document, "body"),
                text(document, "category"),
                location(part(document, "location")),
                new Reporter(text(reporter, "name"), text(reporter, "phone"), text(reporter, "contactId")),
                document.getBoolean("smsConsent"),
                document.getBoolean("isPublic"),
                document.getList("photoIds", String.class, List.of()),
                moment(document, "submittedAt"),
                ComplaintStatus.of(text(document, "filedAs")),
                text(document, "lookupKeyId"),
                Optional.ofNullable(document.getString(LANGUAGE))
                        .flatMap(Language::of)
                        .orElse(Language.KOREAN),
                requestKey == null ? null : new RequestMark(requestKey, text(document, "idempotencyDigest")),
                Filing.Channel.of(document.getString("channel")));
    }

    private static Progress progress(Document document) {
        return new Progress(
                ComplaintStatus.of(text(document, "status")),
                momentOrNull(document, "acceptedAt"),
                CaseParts.department(part(document, "department")),
                CaseParts.deadline(part(document, "deadline")),
                Documents.number(document, "assignments"),
                CaseParts.officer(part(document, "officer")),
                Documents.list(document, "answers", CaseParts::answer),
                CaseParts.rating(part(document, "rating")),
                CaseParts.withdrawal(part(document, "withdrawal")),
                CaseParts.procedure(part(document, "procedure")),
                new Timeline(
                        Documents.number(document, "timelinePages"),
                        Documents.list(document, "timeline", CaseParts::entry)),
                Documents.list(document, "messages", CaseParts::message),
                Documents.list(document, "requests", CaseParts::mark),
                DraftParts.drafting(part(document, "drafting")));
    }

    private static @Nullable Document location(@Nullable Location location) {
        if (location == null) {
            return null;
        }
        Document document = new Document();
        put(document, "address", location.address());
        put(document, "lat", location.lat());
        put(document, "lng", location.lng());
        return document;
    }

    private static @Nullable Location location(@Nullable Document document) {
        return document == null
                ? null
                : new Location(document.getString("address"), document.getDouble("lat"), document.getDouble("lng"));
    }
}
