package kr.minwon.notification.template.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.template.Approved;
import kr.minwon.notification.template.Draft;
import kr.minwon.notification.template.OfficeTemplate;
import kr.minwon.notification.template.TemplateKey;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Templates to and from documents. */
final class TemplateDocuments implements DocumentMapping<OfficeTemplate> {
    static final String OFFICE = "officeId";

    private static final String REVISION = "revision";
    private static final String AUTHORS = "authors";
    private static final String NUMBER = "number";
    private static final String BY_NAME = "byName";

    @Override
    public OfficeTemplate read(Document document) {
        return new OfficeTemplate(
                new TemplateKey(
                        document.getString(OFFICE),
                        Step.ofWireName(document.getString("step")),
                        document.getString("language"),
                        Channel.ofWireName(document.getString("channel"))),
                number(document, REVISION),
                approved(document.get("active", Document.class)),
                draft(document.get("draft", Document.class)),
                authors(document),
                document.getList("history", Document.class, List.of()).stream()
                        .map(one -> new Approved.Past(
                                number(one, NUMBER), one.getString("draftedBy"), one.getString("approvedBy"), at(one)))
                        .toList());
    }

    @Override
    public Document write(OfficeTemplate one) {
        Document document = new Document(OFFICE, one.key().officeId())
                .append("step", one.key().step().wireName())
                .append("language", one.key().language())
                .append("channel", one.key().channel().wireName())
                .append(REVISION, one.revision())
                .append(AUTHORS, one.authors().stream().sorted().toList())
                .append(
                        "history",
                        one.history().stream()
                                .map(past -> new Document(NUMBER, past.number())
                                        .append("draftedBy", past.draftedBy())
                                        .append("approvedBy", past.approvedBy())
                                        .append("at", Date.from(past.at())))
                                .toList());
        Approved active = one.active();
        if (active != null) {
            document.append("active", written(active));
        }
        Draft draft = one.draft();
        if (draft != null) {
            document.append("draft", written(draft));
        }
        return document;
    }

    static Document written(Approved version) {
        return new Document(NUMBER, version.number())
                .append("draft", written(version.draft()))
                .append("by", version.by())
                .append(BY_NAME, version.byName())
                .append("at", Date.from(version.at()));
    }

    private static Document written(Draft draft) {
        Document document = new Document(REVISION, draft.revision())
                .append("text", draft.text())
                .append("by", draft.by())
                .append(BY_NAME, draft.byName())
                .append("at", Date.from(draft.at()));
        if (draft.code() != null) {
            document.append("code", draft.code());
        }
        return document;
    }

    static @Nullable Approved approved(@Nullable Document document) {
        return document == null
                ? null
                : new Approved(
                        number(document, NUMBER),
                        Objects.requireNonNull(draft(document.get("draft", Document.class))),
                        document.getString("by"),
                        document.getString(BY_NAME),
                        at(document));
    }

    private static @Nullable Draft draft(@Nullable Document document) {
        return document == null
                ? null
                : new Draft(
                        number(document, REVISION),
                        document.getString("text"),
                        document.getString("code"),
                        document.getString("by"),
                        document.getString(BY_NAME),
                        at(document));
    }

    /** A template that was stored before they were kept has whoever saved its draft. */
    private static Set<String> authors(Document document) {
        List<String> stored = document.getList(AUTHORS, String.class);
        Document draft = document.get("draft", Document.class);
        if (stored == null) {
            return draft == null ? Set.of() : Set.of(draft.getString("by"));
        }
        return stored.stream().collect(Collectors.toUnmodifiableSet());
    }

    private static int number(Document document, String field) {
        return document.get(field, Number.class).intValue();
    }

    private static Instant at(Document document) {
        return document.getDate("at").toInstant();
    }
}
