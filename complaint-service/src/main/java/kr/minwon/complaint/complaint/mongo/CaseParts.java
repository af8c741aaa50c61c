package kr.minwon.complaint.complaint.mongo;

import static kr.minwon.complaint.complaint.mongo.Documents.moment;
import static kr.minwon.complaint.complaint.mongo.Documents.number;
import static kr.minwon.complaint.complaint.mongo.Documents.part;
import static kr.minwon.complaint.complaint.mongo.Documents.partOf;
import static kr.minwon.complaint.complaint.mongo.Documents.put;
import static kr.minwon.complaint.complaint.mongo.Documents.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import kr.minwon.complaint.complaint.Answer;
import kr.minwon.complaint.complaint.Change;
import kr.minwon.complaint.complaint.Consent;
import kr.minwon.complaint.complaint.Deadline;
import kr.minwon.complaint.complaint.Department;
import kr.minwon.complaint.complaint.Ending;
import kr.minwon.complaint.complaint.MessageState;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.Outcome;
import kr.minwon.complaint.complaint.Procedure;
import kr.minwon.complaint.complaint.Rating;
import kr.minwon.complaint.complaint.Reopening;
import kr.minwon.complaint.complaint.RequestMark;
import kr.minwon.complaint.complaint.Supplement;
import kr.minwon.complaint.complaint.TakenTexts;
import kr.minwon.complaint.complaint.Timeline;
import kr.minwon.complaint.complaint.Withdrawal;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The parts of a complaint's progress as parts of its document and back. */
final class CaseParts {
    private CaseParts() {}

    static @Nullable Document write(@Nullable Department department) {
        return department == null
                ? null
                : new Document("id", department.id())
                        .append("name", department.name())
                        .append("contact", department.contact());
    }

    static @Nullable Department department(@Nullable Document document) {
        return document == null
                ? null
                : new Department(text(document, "id"), text(document, "name"), text(document, "contact"));
    }

    static @Nullable Document write(@Nullable Officer officer) {
        return officer == null ? null : new Document("id", officer.id()).append("name", officer.name());
    }

    static @Nullable Officer officer(@Nullable Document document) {
        return document == null ? null : new Officer(text(document, "id"), text(document, "name"));
    }

    static @Nullable Document write(@Nullable Deadline deadline) {
        if (deadline == null) {
            return null;
        }
        Document document = new Document();
        put(document, "dueAt", deadline.dueAt());
        put(document, "period", deadline.period());
        put(document, "steps", deadline.steps());
        put(document, "petitionKind", deadline.petitionKind());
        return document;
    }

    static @Nullable Deadline deadline(@Nullable Document document) {
        return document == null
                ? null
                : new Deadline(
                        moment(document, "dueAt"),
                        text(document, "period"),
                        document.getList("steps", String.class, List.of()),
                        document.getString("petitionKind"));
    }

    static Document write(Answer answer) {
        Document document = new Document();
        put(document, "at", answer.at());
        put(document, "outcome", answer.outcome().label());
        put(document, "text", answer.text());
        put(document, "department", write(answer.department()));
        put(document, "officer", write(answer.officer()));
        put(document, "approvedBy", write(answer.approvedBy()));
        put(
                document,
                "objectionUntil",
                answer.objectionUntil() == null ? null : answer.objectionUntil().toString());
        put(document, "request", write(answer.request()));
        return document;
    }

    static Answer answer(Document document) {
        return new Answer(
                moment(document, "at"),
                Outcome.of(text(document, "outcome")).orElseThrow(),
                text(document, "text"),
                Objects.requireNonNull(department(partOf(document, "department"))),
                Objects.requireNonNull(officer(partOf(document, "officer"))),
                officer(part(document, "approvedBy")),
                day(document.getString("objectionUntil")),
                request(part(document, "request")));
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    static @Nullable Document write(@Nullable Rating rating) {
        if (rating == null) {
            return null;
        }
        Document document = new Document();
        put(document, "at", rating.at());
        put(document, "score", rating.score());
        put(document, "comment", rating.comment());
        put(document, "request", write(rating.request()));
        return document;
    }

    static @Nullable Rating rating(@Nullable Document document) {
        return document == null
                ? null
                : new Rating(
                        moment(document, "at"),
                        number(document, "score"),
                        document.getString("comment"),
                        request(part(document, "request")));
    }

    static @Nullable Document write(@Nullable Withdrawal withdrawal) {
        if (withdrawal == null) {
            return null;
        }
        Document document = new Document();
        put(document, "at", withdrawal.at());
        put(document, "reason", withdrawal.reason());
        put(document, "request", write(withdrawal.request()));
        return document;
    }

    static @Nullable Withdrawal withdrawal(@Nullable Document document) {
        return document == null
                ? null
                : new Withdrawal(
                        moment(document, "at"), document.getString("reason"), request(part(document, "request")));
    }

    /** Null where nothing of the procedure has happened. */
    static @Nullable Document write(Procedure procedure) {
        if (procedure.equals(Procedure.NONE)) {
            return null;
        }
        Document document = new Document();
        put(
                document,
                "supplements",
                procedure.supplements().stream().map(CaseParts::write).toList());
        put(document, "consent", write(procedure.consent()));
        put(document, "ending", write(procedure.ending()));
        if (!procedure.reopenings().isEmpty()) {
            put(
                    document,
                    "reopenings",
                    procedure.reopenings().stream().map(CaseParts::write).toList());
        }
        if (!procedure.changes().isEmpty()) {
            put(
                    document,
                    "changes",
                    procedure.changes().stream().map(CaseParts::write).toList());
        }
        put(
                document,
                "texts",
                procedure.texts().keys().isEmpty() ? null : procedure.texts().keys());
        put(document, "merger", GroupParts.write(procedure.merger()));
        put(document, "group", GroupParts.write(procedure.group()));
        put(document, "repeated", GroupParts.write(procedure.repeated()));
        return document;
    }

    static Procedure procedure(@Nullable Document document) {
        return document == null
                ? Procedure.NONE
                : new Procedure(
                        Documents.list(document, "supplements", CaseParts::supplement),
                        consent(part(document, "consent")),
                        ending(part(document, "ending")),
                        Documents.list(document, "reopenings", CaseParts::reopening),
                        GroupParts.merger(part(document, "merger")),
                        GroupParts.group(part(document, "group")),
                        GroupParts.repeated(part(document, "repeated")),
                        Documents.list(document, "changes", CaseParts::change),
                        new TakenTexts(document.getList("texts", String.class, List.of())));
    }

    private static Document write(Change change) {
        Document document = new Document();
        put(document, "number", change.number());
        put(document, "text", change.text());
        put(document, "photoIds", change.photoIds().isEmpty() ? null : change.photoIds());
        put(document, "at", change.at());
        put(document, "request", write(change.request()));
        return document;
    }

    private static Change change(Document document) {
        return new Change(
                number(document, "number"),
                text(document, "text"),
                document.getList("photoIds", String.class, List.of()),
                moment(document, "at"),
                request(part(document, "request")));
    }

    private static Document write(Reopening reopening) {
        Document document = new Document();
        put(document, "cause", reopening.cause().wireName());
        put(document, "number", reopening.number());
        put(document, "answer", reopening.answer());
        put(document, "text", reopening.text());
        put(document, "at", reopening.at());
        put(document, "request", write(reopening.request()));
        return document;
    }

    private static Reopening reopening(Document document) {
        return new Reopening(
                Reopening.Cause.of(text(document, "cause")),
                number(document, "number"),
                number(document, "answer"),
                text(document, "text"),
                moment(document, "at"),
                request(part(document, "request")));
    }

    private static Document write(Supplement supplement) {
        Document document = new Document();
        put(document, "number", supplement.number());
        put(document, "text", supplement.text());
        put(document, "by", write(supplement.by()));
        put(document, "requestedAt", supplement.requestedAt());
        put(document, "days", supplement.days());
        put(document, "answerBy", supplement.answerBy());
        put(document, "moreTime", supplement.moreTime());
        put(document, "request", write(supplement.request()));
        Supplement.Supply supply = supplement.supply();
        if (supply != null) {
            Document part = new Document();
            put(part, "at", supply.at());
            put(part, "text", supply.text());
            put(part, "photoIds", supply.photoIds());
            put(part, "texted", supply.texted() ? true : null);
            put(part, "request", write(supply.request()));
            put(document, "supply", part);
        }
        return document;
    }

    private static Supplement supplement(Document document) {
        Document supply = part(document, "supply");
        return new Supplement(
                number(document, "number"),
                text(document, "text"),
                Objects.requireNonNull(officer(partOf(document, "by"))),
                moment(document, "requestedAt"),
                number(document, "days"),
                moment(document, "answerBy"),
                number(document, "moreTime"),
                supply == null
                        ? null
                        : new Supplement.Supply(
                                moment(supply, "at"),
                                text(supply, "text"),
                                supply.getList("photoIds", String.class, List.of()),
                                supply.getBoolean("texted", false),
                                request(part(supply, "request"))),
                request(part(document, "request")));
    }

    private static @Nullable Document write(@Nullable Consent consent) {
        if (consent == null) {
            return null;
        }
        Document document = new Document();
        put(document, "extension", consent.extension());
        put(document, "reason", consent.reason());
        put(document, "dueAt", consent.dueAt());
        put(document, "askedAt", consent.askedAt());
        put(document, "agreed", consent.agreed());
        put(document, "answeredAt", consent.answeredAt());
        put(document, "request", write(consent.request()));
        return document;
    }

    private static @Nullable Consent consent(@Nullable Document document) {
        return document == null
                ? null
                : new Consent(
                        number(document, "extension"),
                        text(document, "reason"),
                        moment(document, "dueAt"),
                        moment(document, "askedAt"),
                        document.getBoolean("agreed"),
                        Documents.momentOrNull(document, "answeredAt"),
                        request(part(document, "request")));
    }

    private static @Nullable Document write(@Nullable Ending ending) {
        if (ending == null) {
            return null;
        }
        Document document = new Document();
        put(document, "at", ending.at());
        put(document, "reason", ending.reason());
        put(document, "agency", ending.agency());
        put(document, "request", write(ending.request()));
        return document;
    }

    private static @Nullable Ending ending(@Nullable Document document) {
        return document == null
                ? null
                : new Ending(
                        moment(document, "at"),
                        text(document, "reason"),
                        document.getString("agency"),
                        request(part(document, "request")));
    }

    static @Nullable Document write(@Nullable RequestMark request) {
        return request == null ? null : mark(request);
    }

    static @Nullable RequestMark request(@Nullable Document document) {
        return document == null ? null : mark(document);
    }

    static Document mark(RequestMark request) {
        return new Document("key", request.key()).append("digest", request.digest());
    }

    static RequestMark mark(Document document) {
        return new RequestMark(text(document, "key"), text(document, "digest"));
    }

    static Document write(Timeline.Entry entry) {
        Document document = new Document();
        put(document, "at", entry.at());
        put(document, "step", entry.step());
        put(document, "text", entry.text());
        put(document, "staffOnly", entry.staffOnly() ? true : null);
        return document;
    }

    static Timeline.Entry entry(Document document) {
        return new Timeline.Entry(
                moment(document, "at"),
                text(document, "step"),
                text(document, "text"),
                Boolean.TRUE.equals(document.getBoolean("staffOnly")));
    }

    static Document write(MessageState message) {
        Document document = new Document();
        put(document, "id", message.messageId());
        put(document, "step", message.step());
        put(document, "state", message.state());
        put(document, "rank", message.rank());
        put(document, "at", message.at());
        put(document, "provider", message.provider());
        put(document, "reason", message.reason());
        return document;
    }

    static MessageState message(Document document) {
        return new MessageState(
                text(document, "id"),
                text(document, "step"),
                text(document, "state"),
                number(document, "rank"),
                moment(document, "at"),
                document.getString("provider"),
                document.getString("reason"));
    }
}
