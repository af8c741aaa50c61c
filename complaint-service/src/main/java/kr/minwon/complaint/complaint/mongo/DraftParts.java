package kr.minwon.complaint.complaint.mongo;

import static kr.minwon.complaint.complaint.mongo.Documents.moment;
import static kr.minwon.complaint.complaint.mongo.Documents.number;
import static kr.minwon.complaint.complaint.mongo.Documents.part;
import static kr.minwon.complaint.complaint.mongo.Documents.partOf;
import static kr.minwon.complaint.complaint.mongo.Documents.put;
import static kr.minwon.complaint.complaint.mongo.Documents.text;

import java.util.List;
import java.util.Objects;
import kr.minwon.complaint.complaint.Additions;
import kr.minwon.complaint.complaint.AnswerDraft;
import kr.minwon.complaint.complaint.Drafting;
import kr.minwon.complaint.complaint.Outcome;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The drafts of a complaint's answer as a part of its document and back. */
final class DraftParts {
    private DraftParts() {}

    /** Null where nothing was drafted. */
    static @Nullable Document write(Drafting drafting) {
        if (drafting.equals(Drafting.NONE)) {
            return null;
        }
        Document document = new Document();
        put(document, "revisions", drafting.revisions());
        put(document, "current", write(drafting.current()));
        put(document, "authors", drafting.authors().isEmpty() ? null : drafting.authors());
        return document;
    }

    static Drafting drafting(@Nullable Document document) {
        if (document == null) {
            return Drafting.NONE;
        }
        AnswerDraft current = draft(part(document, "current"));
        return new Drafting(number(document, "revisions"), current, authors(document, current));
    }

    /** Of a draft from before they were kept, who saved it last. */
    private static List<String> authors(Document document, @Nullable AnswerDraft current) {
        List<String> authors = document.getList("authors", String.class);
        if (authors != null) {
            return authors;
        }
        return current == null ? List.of() : List.of(current.author().id());
    }

    private static @Nullable Document write(@Nullable AnswerDraft draft) {
        if (draft == null) {
            return null;
        }
        Document document = new Document();
        put(document, "revision", draft.revision());
        put(document, "outcome", draft.outcome().label());
        put(document, "text", draft.text());
        put(document, "author", CaseParts.write(draft.author()));
        put(document, "at", draft.at());
        put(document, "changes", draft.answers().changes());
        put(document, "supplies", draft.answers().supplies());
        AnswerDraft.Returned returned = draft.returned();
        if (returned != null) {
            Document part = new Document();
            put(part, "reason", returned.reason());
            put(part, "by", CaseParts.write(returned.by()));
            put(part, "at", returned.at());
            put(document, "returned", part);
        }
        return document;
    }

    private static @Nullable AnswerDraft draft(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        Document returned = part(document, "returned");
        return new AnswerDraft(
                number(document, "revision"),
                Outcome.of(text(document, "outcome")).orElseThrow(),
                text(document, "text"),
                Objects.requireNonNull(CaseParts.officer(partOf(document, "author"))),
                moment(document, "at"),
                new Additions(
                        Objects.requireNonNullElse(document.getInteger("changes"), 0),
                        Objects.requireNonNullElse(document.getInteger("supplies"), 0)),
                returned == null
                        ? null
                        : new AnswerDraft.Returned(
                                text(returned, "reason"),
                                Objects.requireNonNull(CaseParts.officer(partOf(returned, "by"))),
                                moment(returned, "at")));
    }
}
