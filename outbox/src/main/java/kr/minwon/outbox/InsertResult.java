package kr.minwon.outbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        private static final Pattern INDEX = Pattern.compile("index: (?:\\S*\\$)?(\\S+)");

        /** The name of the index that refused it, such as {@code receiptNumber_1}. */
        public String index() {
            Matcher named = INDEX.matcher(message);
            return named.find() ? named.group(1) : "";
        }

        /** Whether the key that was taken is of that field ({@code _id} included); its index has its default name. */
        public boolean isOf(String field) {
            String index = index();
            return index.equals(field + "_") || index.equals(field + "_1") || index.equals(field + "_-1");
        }
    }
}
