package kr.minwon.notification.message;

/** What a text goes out in. */
public enum Encoding {
    /** Two bytes a syllable; what every Korean phone reads and carriers count. */
    EUC_KR("EUC-KR"),
    /** For characters that KS X 1001 lacks, such as 똠 or emoji. */
    UCS_2("UCS-2");

    private final String label;

    Encoding(String label) {
        this.label = label;
    }

    /** The name in the store and in answers. */
    public String label() {
        return label;
    }

    /** The encoding of a label. */
    public static Encoding of(String label) {
        for (Encoding encoding : values()) {
            if (encoding.label.equals(label)) {
                return encoding;
            }
        }
        throw new IllegalArgumentException("no encoding: " + label);
    }
}
