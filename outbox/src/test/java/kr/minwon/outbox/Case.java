package kr.minwon.outbox;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What the tests store: a number, a title and how many events were counted. */
record Case(String number, @Nullable String department, int count) {
    static final DocumentMapping<Case> MAPPING = new DocumentMapping<>() {
        @Override
        public Case read(Document document) {
            return new Case(
                    document.getString("number"), document.getString("department"), document.getInteger("count"));
        }

        @Override
        public Document write(Case aggregate) {
            Document document = new Document("number", aggregate.number()).append("count", aggregate.count());
            return aggregate.department() == null ? document : document.append("department", aggregate.department());
        }
    };

    static Case filed() {
        return new Case("26-1", null, 0);
    }

    Case assigned(String to) {
        return new Case(number, to, count);
    }

    Case counted() {
        return new Case(number, department, count + 1);
    }
}
