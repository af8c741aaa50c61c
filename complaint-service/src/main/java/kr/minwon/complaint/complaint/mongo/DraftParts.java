package kr.minwon.complaint.complaint.mongo;

import static kr.minwon.complaint.complaint.mongo.Documents.moment;
import static kr.minwon.complaint.complaint.mongo.Documents.number;
import static kr.minwon.complaint.complaint.mongo.Documents.part;
import static kr.minwon.complaint.complaint.mongo.Documents.partOf;
import static kr.minwon.complaint.complaint.mongo.Documents.put;
import static kr.minwon.complaint.complaint.mongo.Documents.text;

import java.util.Objects;
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
        return document;
    }

    static Drafting drafting(@Nullable Document document) {
        return document == null
                ? Drafting.NONE
                : new Drafting(number(document, "revisions"), draft(part(document, "current")));
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
                returned == null
                        ? null
                        : new AnswerDraft.Returned(
                                text(returned, "reason"),
                                Objects.requireNonNull(CaseParts.officer(partOf(returned, "by"))),
                                moment(returned, "at")));
    }
}
