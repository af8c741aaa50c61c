package kr.minwon.notification.reply.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import kr.minwon.notification.reply.LongText;
import kr.minwon.notification.reply.LongTexts;
import kr.minwon.outbox.DocumentMapping;
import kr.minwon.sealedfields.FieldSealer;
import org.bson.Document;

/** What came of a number's long texts, as a document and back; the number and the octets are sealed in it. */
final class PieceDocuments implements DocumentMapping<LongTexts> {
    /** There while there is something to do with one of them. */
    static final String DUE_AT = "dueAt";

    private static final String FROM = "piece.phone";
    private static final String OCTETS = "piece.octets";

    private final FieldSealer sealer;
    private final Duration within;

    PieceDocuments(FieldSealer sealer, Duration within) {
        this.sealer = sealer;
        this.within = within;
    }

    @Override
    public Document write(LongTexts texts) {
        Document document = new Document();
        Instant due = texts.dueAt(within);
        if (due != null) {
            document.append("from", sealer.seal(FROM, texts.from())).append(DUE_AT, Date.from(due));
        }
        return document.append("texts", texts.texts().stream().map(this::write).toList());
    }

    private Document write(LongText text) {
        List<Document> parts = text.parts().entrySet().stream()
                .map(part -> new Document("number", part.getKey())
                        .append("charset", part.getValue().charset())
                        .append(
                                "octets",
                                sealer.seal(
                                        OCTETS,
                                        Base64.getEncoder()
                                                .encodeToString(part.getValue().octets()))))
                .toList();
        return new Document("to", text.to())
                .append("reference", text.reference())
                .append("total", text.total())
                .append("since", Date.from(text.since()))
                .append("latest", Date.from(text.latest()))
                .append("given", text.given())
                .append("parts", parts);
    }

    @Override
    public LongTexts read(Document document) {
        String from = document.getString("from");
        return new LongTexts(
                from == null ? "" : sealer.open(FROM, from),
                document.getList("texts", Document.class).stream()
                        .map(this::text)
                        .toList());
    }

    private LongText text(Document document) {
        TreeMap<Integer, LongText.Part> parts = new TreeMap<>();
        for (Document part : document.getList("parts", Document.class)) {
            String octets = sealer.open(OCTETS, part.getString("octets"));
            parts.put(
                    part.getInteger("number"),
                    new LongText.Part(
                            part.getString("charset"), Base64.getDecoder().decode(octets)));
        }
        return new LongText(
                document.getString("to"),
                document.getInteger("reference"),
                document.getInteger("total"),
                instant(document, "since"),
                instant(document, "latest"),
                document.getBoolean("given"),
                parts);
    }

    private static Instant instant(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field)).toInstant();
    }
}
