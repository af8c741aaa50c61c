package kr.minwon.outbox;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;

/** A collection in memory that knows the few operators the outbox uses, with hooks for what can go wrong. */
final class InMemoryDocuments implements Documents {
    private final Map<String, BsonDocument> documents = new ConcurrentSkipListMap<>();
    private final List<String> uniqueFields;

    /** Every change that was written, as BSON. */
    final List<BsonDocument> changes = new ArrayList<>();

    int writes;
    boolean away;
    Runnable beforeNextWrite = () -> {};

    InMemoryDocuments(String... uniqueFields) {
        this.uniqueFields = List.of(uniqueFields);
    }

    Document get(String id) {
        return Objects.requireNonNull(find("_id", id), id);
    }

    void put(Document document) {
        documents.put(document.getString("_id"), bson(document));
    }

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public Document find(String uniqueField, Object value) {
        there();
        BsonValue wanted = bson(new Document("v", value)).get("v");
        return documents.values().stream()
                .filter(document -> wanted.equals(document.get(uniqueField)))
                .findFirst()
                .map(InMemoryDocuments::document)
                .orElse(null);
    }

    @Override
    public synchronized String insert(Document document) {
        write();
        BsonDocument bson = bson(document);
        String id = document.getString("_id");
        if (documents.containsKey(id)) {
            return "E11000 duplicate key error collection: test.cases index: _id_ dup key: { _id: \"" + id + "\" }";
        }
        for (String field : uniqueFields) {
            if (bson.containsKey(field) && find(field, document.get(field)) != null) {
                return "E11000 duplicate key error collection: test.cases index: " + field + "_1 dup key: {}";
            }
        }
        writes++;
        documents.put(id, bson);
        return null;
    }

    @Override
    public synchronized boolean update(String id, long version, Bson change) {
        write();
        BsonDocument document = documents.get(id);
        if (document == null || document.getNumber("version").longValue() != version) {
            return false;
        }
        writes++;
        apply(id, change);
        return true;
    }

    @Override
    public synchronized void updateEach(List<Change> all) {
        write();
        for (Change one : all) {
            writes++;
            BsonDocument filter = bson(one.filter());
            documents.forEach((id, document) -> {
                if (matches(document, filter)) {
                    apply(id, one.change());
                }
            });
        }
    }

    @Override
    public List<Document> oldest(String dateField, int most) {
        there();
        return documents.values().stream()
                .filter(document -> document.containsKey(dateField))
                .sorted(Comparator.comparing(
                        document -> document.getDateTime(dateField).getValue()))
                .limit(most)
                .map(InMemoryDocuments::document)
                .toList();
    }

    @Override
    public List<Document> outboxes(Collection<String> ids) {
        there();
        return ids.stream().map(this::get).toList();
    }

    private void there() {
        if (away) {
            throw new MongoTimeoutException("away");
        }
    }

    private void write() {
        there();
        Runnable hook = beforeNextWrite;
        beforeNextWrite = () -> {};
        hook.run();
    }

    private void apply(String id, Bson change) {
        BsonDocument document = documents.get(id).clone();
        BsonDocument operators = bson(change);
        changes.add(operators);
        operators.forEach((operator, fields) -> fields.asDocument().forEach((path, value) -> {
            BsonDocument holder = document;
            String[] names = path.split("\\.");
            for (int i = 0; i < names.length - 1; i++) {
                holder = holder.getDocument(names[i]);
            }
            apply(operator, holder, names[names.length - 1], value);
        }));
        documents.put(id, document);
    }

    private static void apply(String operator, BsonDocument holder, String name, BsonValue value) {
        switch (operator) {
            case "$set" -> holder.put(name, value);
            case "$unset" -> holder.remove(name);
            case "$inc" ->
                holder.put(
                        name,
                        new BsonInt64(holder.getNumber(name).longValue()
                                + value.asNumber().longValue()));
            case "$min" -> {
                if (!holder.containsKey(name) || value.asDateTime().compareTo(holder.getDateTime(name)) < 0) {
                    holder.put(name, value);
                }
            }
            case "$push" -> {
                BsonArray array = holder.getArray(name, new BsonArray()).clone();
                array.addAll(value.asDocument().getArray("$each"));
                holder.put(name, array);
            }
            case "$pull" -> {
                BsonArray array = holder.getArray(name).clone();
                long most =
                        value.asDocument().getDocument("seq").getNumber("$lte").longValue();
                array.removeIf(one -> one.asDocument().getNumber("seq").longValue() <= most);
                holder.put(name, array);
            }
            default -> throw new IllegalArgumentException(operator);
        }
    }

    private static boolean matches(BsonDocument document, BsonDocument filter) {
        return filter.entrySet().stream().allMatch(entry -> {
            if (entry.getKey().equals("$and")) {
                return entry.getValue().asArray().stream().allMatch(one -> matches(document, one.asDocument()));
            }
            BsonValue at = document;
            for (String name : entry.getKey().split("\\.")) {
                at = at.asDocument().get(name);
            }
            return entry.getValue().equals(at);
        });
    }

    private static BsonDocument bson(Bson bson) {
        return bson.toBsonDocument(Document.class, MongoClientSettings.getDefaultCodecRegistry())
                .clone();
    }

    private static Document document(BsonDocument bson) {
        return new DocumentCodec()
                .decode(new BsonDocumentReader(bson), DecoderContext.builder().build());
    }
}
