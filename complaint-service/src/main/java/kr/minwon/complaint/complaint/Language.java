package kr.minwon.complaint.complaint;

import java.util.Arrays;
import java.util.Optional;

/** What residents are told in. */
public enum Language {
    KOREAN("ko"),
    ENGLISH("en");

    private final String wireName;

    Language(String wireName) {
        this.wireName = wireName;
    }

    /** The name in requests, events and the store. */
    public String wireName() {
        return wireName;
    }

    /** The language of a name. */
    public static Optional<Language> of(String name) {
        return Arrays.stream(values()).filter(one -> one.wireName.equals(name)).findFirst();
    }
}
