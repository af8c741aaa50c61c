package kr.minwon.outbox;

import org.bson.Document;

/** Maps one aggregate to and from its document; {@code _id} and the outbox's own fields are not its business. */
public interface DocumentMapping<A> {
    /** The aggregate of a document as {@link #write} wrote it; {@code _id} is in it too. */
    A read(Document document);

    /** The aggregate's top-level fields, without nulls. */
    Document write(A aggregate);
}
