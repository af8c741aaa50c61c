package kr.minwon.notification.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands in a template as {@code {name}}: of which kind its values are, and how one looks. */
public enum Variable {
    OFFICE("office", Kind.NAME, "서구청", "Seo-gu Office"),
    RECEIPT_NUMBER("receiptNumber", Kind.NUMBER, "2611-4821-9375", "2611-4821-9375"),
    DEPARTMENT("department", Kind.NAME, "건설과", "건설과"),
    OFFICER("officer", Kind.NAME, "홍길동", "홍길동"),
    CONTACT("contact", Kind.PHONE, "062-360-7114", "062-360-7114"),
    DUE_AT("dueAt", Kind.MOMENT, "12월 1일(화) 18시", "Tue, 1 Dec, 18:00"),
    ANSWER_BY("answerBy", Kind.DAY, "12월 4일(금)", "Fri, 4 Dec"),
    /** What an officer asks for. */
    REQUEST("request", Kind.FREE_TEXT, "고장 난 가로등의 사진을 보내 주세요.", "Please send a photo of the broken street light."),
    /** Why, as an officer wrote it. */
    REASON("reason", Kind.FREE_TEXT, "부품을 주문하여 기다리고 있습니다.", "We are waiting for a spare part."),
    /** Where a case goes. */
    AGENCY("agency", Kind.NAME, "광주광역시청", "광주광역시청"),
    OUTCOME("outcome", Kind.WORD, "수용", "accepted"),
    /** Where the resident answers; whoever holds it answers as them. */
    LINK(
            "link",
            Kind.LINK,
            "https://minwon.seogu.example/s/261148219375s1-AAECAwQFBgcICQoL",
            "https://minwon.seogu.example/s/261148219375s1-AAECAwQFBgcICQoL"),
    CODE("code", Kind.NUMBER, "907345", "907345"),
    MINUTES("minutes", Kind.NUMBER, "3", "3"),
    /** How many notices a text tells. */
    COUNT("count", Kind.NUMBER, "12", "12");

    private static final int UCS_2_BYTES = 2;

    /**
     * What its values are, and how many bytes one may have, in whichever encoding. A longer one is cut at a syllable, never
     * within a number or a link.
     */
    public enum Kind {
        NAME(120),
        WORD(60),
        PHONE(60),
        MOMENT(60),
        DAY(60),
        NUMBER(40),
        /** Never cut: a piece of a link opens nothing. */
        LINK(AnswerLinks.MOST_CHARACTERS * UCS_2_BYTES),
        /** Has the room that all else leaves; this much at least. */
        FREE_TEXT(200);

        private final int mostBytes;

        Kind(int mostBytes) {
            this.mostBytes = mostBytes;
        }

        /** Most bytes of a value; of a free text, the fewest that a template has to leave for it. */
        public int mostBytes() {
            return mostBytes;
        }

        /** The name on the wire, such as {@code freeText}. */
        public String wireName() {
            return this == FREE_TEXT ? "freeText" : name().toLowerCase(Locale.ROOT);
        }
    }

    private final String wireName;
    private final Kind kind;
    private final String korean;
    private final String english;

    Variable(String wireName, Kind kind, String korean, String english) {
        this.wireName = wireName;
        this.kind = kind;
        this.korean = korean;
        this.english = english;
    }

    /** The name in templates. */
    public String wireName() {
        return wireName;
    }

    public Kind kind() {
        return kind;
    }

    /** The variable of a name in a template. */
    public static Optional<Variable> of(String name) {
        return Arrays.stream(values()).filter(one -> one.wireName.equals(name)).findFirst();
    }

    /** An everyday value. */
    public String example(String language) {
        return language.equals(Spoken.ENGLISH) ? english : korean;
    }

    /** As long as a value may be, in the widest characters; of a free text, longer than any room. */
    public String longest() {
        return switch (kind) {
            case NAME, WORD -> "힝".repeat(kind.mostBytes / UCS_2_BYTES);
            case PHONE -> "062-360-7114 ".repeat(kind.mostBytes).substring(0, kind.mostBytes - 1) + "4";
            case MOMENT -> "12월 31일(목) 23시 59분";
            case DAY -> "12월 31일(목)";
            case NUMBER ->
                switch (this) {
                    case MINUTES -> "30";
                    case COUNT -> "500";
                    case CODE -> "907345";
                    default -> "2611-4821-9375";
                };
            case LINK -> "https://" + "a".repeat(AnswerLinks.MOST_CHARACTERS - "https://".length());
            case FREE_TEXT -> "힝".repeat(Filling.MOST_BYTES);
        };
    }
}
