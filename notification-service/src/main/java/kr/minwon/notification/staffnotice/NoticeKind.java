package kr.minwon.notification.staffnotice;

import java.util.Arrays;

/** Of what staff are reminded (민원처리법 시행령 제28조). */
public enum NoticeKind {
    /** Half of the time is over. */
    HALF("half"),
    /** A working day is left. */
    DUE_SOON("dueSoon"),
    /** The deadline is there. */
    DUE("due"),
    /** The deadline has passed; told anew each working day. */
    OVERDUE("overdue"),
    /** Nobody has accepted it in time (민원처리법 시행령 제6조). */
    ACCEPTANCE("acceptance");

    private final String wireName;

    NoticeKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** @throws IllegalArgumentException for a word that none has */
    public static NoticeKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of a notice"));
    }
}
