package kr.minwon.notification.consent.mongo;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import kr.minwon.notification.consent.ConsentEntry;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;

/** The entries of one phone and office, to and from a document. */
final class ConsentDocuments implements DocumentMapping<List<ConsentEntry>> {
    private static final String ENTRIES = "entries";

    @Override
    public List<ConsentEntry> read(Document document) {
        return document.getList(ENTRIES, Document.class, List.of()).stream()
                .map(one -> new ConsentEntry(
                        new Purpose(one.getString("purpose")),
                        one.getBoolean("given"),
                        ConsentEntry.Channel.of(one.getString("channel")),
                        one.getString("words"),
                        Objects.requireNonNull(one.getDate("at")).toInstant()))
                .toList();
    }

    @Override
    public Document write(List<ConsentEntry> entries) {
        return new Document(
                ENTRIES,
                entries.stream()
                        .map(one -> new Document("purpose", one.purpose().name())
                                .append("given", one.given())
                                .append("channel", one.channel().wireName())
                                .append("words", one.words())
                                .append("at", Date.from(one.at())))
                        .toList());
    }
}
