package kr.minwon.trialstore.journal;

/**
 * One effect of a write command on the store, as the journal keeps it.
 *
 * @param kind what happened
 * @param database whose collection it happened to
 * @param collection to which collection
 * @param body the BSON image of a document, of {@code {_id}}, or of an index description; empty otherwise
 */
public record Change(Kind kind, String database, String collection, byte[] body) {

    /** The kinds of effects; the order is the file format. */
    public enum Kind {
        /** The document now looks like this. */
        PUT,
        /** The document with this {@code _id} is gone. */
        DELETE,
        /** The collection exists. */
        CREATE,
        /** The index exists. */
        INDEX,
        /** The index with this {@code name} is gone. */
        DROP_INDEX,
        /** The collection is gone. */
        DROP;

        /** Whether it changes documents only, which can be taken back. */
        public boolean isOfDocument() {
            return this == PUT || this == DELETE;
        }
    }
}
