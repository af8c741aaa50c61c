package kr.minwon.complaint.complaint.mongo;

import static kr.minwon.complaint.complaint.mongo.Documents.moment;
import static kr.minwon.complaint.complaint.mongo.Documents.part;
import static kr.minwon.complaint.complaint.mongo.Documents.partOf;
import static kr.minwon.complaint.complaint.mongo.Documents.put;
import static kr.minwon.complaint.complaint.mongo.Documents.text;

import java.util.List;
import java.util.Objects;
import kr.minwon.complaint.complaint.Group;
import kr.minwon.complaint.complaint.Merger;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.ReceiptNumber;
import kr.minwon.complaint.complaint.RepeatedPetition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What petitions have to do with each other, as parts of their documents and back. */
final class GroupParts {
    private GroupParts() {}

    static @Nullable Document write(@Nullable Merger merger) {
        if (merger == null) {
            return null;
        }
        Document document = new Document();
        put(document, "into", merger.into().value());
        put(document, "reason", merger.reason());
        put(document, "by", CaseParts.write(merger.by()));
        put(document, "at", merger.at());
        return document;
    }

    static @Nullable Merger merger(@Nullable Document document) {
        return document == null
                ? null
                : new Merger(
                        new ReceiptNumber(text(document, "into")),
                        text(document, "reason"),
                        officer(document),
                        moment(document, "at"));
    }

    static @Nullable Document write(@Nullable Group group) {
        if (group == null) {
            return null;
        }
        Document document = new Document();
        put(document, "members", values(group.members()));
        put(document, "reason", group.reason());
        put(document, "by", CaseParts.write(group.by()));
        put(document, "at", group.at());
        put(document, "dissolvedAt", group.dissolvedAt());
        put(document, "pending", group.pending());
        put(document, "request", CaseParts.write(group.request()));
        return document;
    }

    static @Nullable Group group(@Nullable Document document) {
        return document == null
                ? null
                : new Group(
                        numbers(document, "members"),
                        text(document, "reason"),
                        officer(document),
                        moment(document, "at"),
                        Documents.momentOrNull(document, "dissolvedAt"),
                        document.getBoolean("pending", false),
                        CaseParts.request(part(document, "request")));
    }

    static @Nullable Document write(@Nullable RepeatedPetition repeated) {
        if (repeated == null) {
            return null;
        }
        Document document = new Document();
        put(document, "of", values(repeated.of()));
        put(document, "by", CaseParts.write(repeated.by()));
        put(document, "at", repeated.at());
        return document;
    }

    static @Nullable RepeatedPetition repeated(@Nullable Document document) {
        return document == null
                ? null
                : new RepeatedPetition(numbers(document, "of"), officer(document), moment(document, "at"));
    }

    private static Officer officer(Document document) {
        return Objects.requireNonNull(CaseParts.officer(partOf(document, "by")));
    }

    private static List<String> values(List<ReceiptNumber> numbers) {
        return numbers.stream().map(ReceiptNumber::value).toList();
    }

    private static List<ReceiptNumber> numbers(Document document, String field) {
        return document.getList(field, String.class, List.of()).stream()
                .map(ReceiptNumber::new)
                .toList();
    }
}
