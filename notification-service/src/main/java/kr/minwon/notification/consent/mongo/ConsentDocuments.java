package kr.minwon.notification.consent.mongo;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import kr.minwon.notification.consent.ConsentEntry;
import kr.minwon.notification.consent.ConsentEntry.Area;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The entries of one phone and office, to and from a document. */
final class ConsentDocuments implements DocumentMapping<List<ConsentEntry>> {
    private static final String ENTRIES = "entries";
    private static final String OFFICE = "officeId";
    private static final String DONGS = "dongs";

    @Override
    public List<ConsentEntry> read(Document document) {
        return document.getList(ENTRIES, Document.class, List.of()).stream()
                .map(one -> new ConsentEntry(
                        new Purpose(one.getString("purpose")),
                        one.getBoolean("given"),
                        ConsentEntry.Channel.of(one.getString("channel")),
                        one.getString("words"),
                        area(one),
                        Objects.requireNonNull(one.getDate("at")).toInstant()))
                .toList();
    }

    @Override
    public Document write(List<ConsentEntry> entries) {
        return new Document(
                ENTRIES, entries.stream().map(ConsentDocuments::written).toList());
    }

    private static Document written(ConsentEntry one) {
        Document entry = new Document("purpose", one.purpose().name())
                .append("given", one.given())
                .append("channel", one.channel().wireName())
                .append("words", one.words())
                .append("at", Date.from(one.at()));
        Area area = one.area();
        return area == null ? entry : entry.append(OFFICE, area.officeId()).append(DONGS, area.dongs());
    }

    private static @Nullable Area area(Document entry) {
        String office = entry.getString(OFFICE);
        return office == null ? null : new Area(office, entry.getList(DONGS, String.class, List.of()));
    }
}
