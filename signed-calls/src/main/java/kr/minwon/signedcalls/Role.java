package kr.minwon.signedcalls;

import java.util.Locale;

/** What a caller is to the office. */
public enum Role {
    ANONYMOUS,
    RESIDENT,
    OFFICER,
    LEAD,
    INTAKE,
    ADMIN,
    AUDITOR,
    OPERATOR;

    /** The name on the wire and in the access table, such as {@code officer}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of a wire name.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Role of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** Whether the caller works for the office. */
    public boolean isStaff() {
        return this != ANONYMOUS && this != RESIDENT;
    }

    /** Whether the caller sees the cases of every department of the office. */
    public boolean seesWholeOffice() {
        return this == INTAKE || this == ADMIN || this == AUDITOR;
    }
}
