package kr.minwon.notification.reply.mongo;

import java.util.Date;
import java.util.Objects;
import kr.minwon.notification.reply.Sender;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;

/** What a number texted lately, as a document and back. */
final class SenderDocuments implements DocumentMapping<Sender> {
    @Override
    public Document write(Sender sender) {
        return new Document("hour", Date.from(sender.hour()))
                .append("stored", sender.stored())
                .append("filed", sender.filed())
                .append("more", sender.more())
                .append(
                        "lately",
                        sender.lately().stream()
                                .map(said -> new Document("key", said.key())
                                        .append("words", said.words())
                                        .append("at", Date.from(said.at())))
                                .toList());
    }

    @Override
    public Sender read(Document document) {
        return new Sender(
                Objects.requireNonNull(document.getDate("hour")).toInstant(),
                document.getInteger("stored"),
                document.getInteger("filed"),
                document.getInteger("more", 0),
                document.getList("lately", Document.class).stream()
                        .map(said -> new Sender.Said(
                                said.getString("key"),
                                said.getString("words"),
                                Objects.requireNonNull(said.getDate("at")).toInstant()))
                        .toList());
    }
}
