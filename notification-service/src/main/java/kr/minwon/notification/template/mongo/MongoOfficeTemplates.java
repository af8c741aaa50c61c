package kr.minwon.notification.template.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.minwon.notification.InsertOnce;
import kr.minwon.notification.template.Approved;
import kr.minwon.notification.template.OfficeTemplate;
import kr.minwon.notification.template.OfficeTemplates;
import kr.minwon.notification.template.TemplateKey;
import kr.minwon.outbox.Decision;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxIndexes;
import kr.minwon.outbox.Stored;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Templates in MongoDB: one document each, and one for every version that was active before. */
final class MongoOfficeTemplates implements OfficeTemplates {
    private final MongoCollection<Document> documents;
    private final MongoCollection<Document> versions;
    private final OutboxCollection<OfficeTemplate> templates;

    MongoOfficeTemplates(
            MongoCollection<Document> documents,
            MongoCollection<Document> versions,
            OutboxCollection<OfficeTemplate> templates) {
        this.documents = documents;
        this.versions = versions;
        this.templates = templates;
    }

    static void createIndexes(MongoCollection<Document> documents) {
        OutboxIndexes.create(documents);
        documents.createIndex(Indexes.ascending(TemplateDocuments.OFFICE));
    }

    @Override
    public Optional<OfficeTemplate> find(TemplateKey key) {
        return templates.find(key.id()).map(Stored::aggregate);
    }

    @Override
    public List<OfficeTemplate> ofOffice(String officeId) {
        List<OfficeTemplate> found = new ArrayList<>();
        documents
                .find(eq(TemplateDocuments.OFFICE, officeId))
                .forEach(document ->
                        templates.stored(document).map(Stored::aggregate).ifPresent(found::add));
        return found;
    }

    @Override
    public <R> R change(TemplateKey key, Function<@Nullable OfficeTemplate, Change<R>> decide) {
        return templates.change(key.id(), stored -> {
            OfficeTemplate before = stored == null ? null : stored.aggregate();
            Change<R> change = decide.apply(before);
            OfficeTemplate next = change.next();
            if (next == null) {
                return Decision.refuse(change.result());
            }
            Approved active = before == null ? null : before.active();
            if (active != null && !active.equals(next.active())) {
                // It is the same whoever replaces it, and however often.
                keep(key, active);
            }
            return Decision.of(next, List.of(), change.result());
        });
    }

    private void keep(TemplateKey key, Approved version) {
        InsertOnce.into(versions, TemplateDocuments.written(version).append("_id", id(key, version.number())));
    }

    @Override
    public Optional<Approved> past(TemplateKey key, int number) {
        return Optional.ofNullable(TemplateDocuments.approved(
                versions.find(eq("_id", id(key, number))).first()));
    }

    private static String id(TemplateKey key, int number) {
        return key.id() + "/" + number;
    }
}
