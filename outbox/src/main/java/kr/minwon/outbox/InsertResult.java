package kr.minwon.outbox;

/** What became of an insert. */
public sealed interface InsertResult {
    /** It is there, with its events. */
    record Inserted() implements InsertResult {}

    /**
     * A unique key was taken; nothing was written.
     *
     * @param message the store's words, which name the index
     */
    record Duplicate(String message) implements InsertResult {
        /** Whether the key that was taken is of that field ({@code _id} included). */
        public boolean isOf(String field) {
            return message.contains(field.equals("_id") ? "_id" : field + "_1") || message.contains(" " + field + ":");
        }
    }
}
