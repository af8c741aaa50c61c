package kr.minwon.koreansms;

/**
 * How many short messages a text takes where a carrier cuts it: over SMPP or abroad. Each provider has its own rule;
 * Korean carriers take an LMS whole and count bytes ({@link SmsSize.Type}).
 *
 * @param gsmAlone most septets of one message in the GSM 03.38 alphabet
 * @param gsmJoined most septets of each of several
 * @param ucs2Alone most UTF-16 units of one message that needs UCS-2
 * @param ucs2Joined most UTF-16 units of each of several
 */
public record SegmentRule(int gsmAlone, int gsmJoined, int ucs2Alone, int ucs2Joined) {
    /** 3GPP TS 23.040: six octets of each of several go to the header that joins them. */
    public static final SegmentRule INTERNATIONAL = new SegmentRule(160, 153, 70, 67);

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Two septets each. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    /** How many messages the text takes; the two septets or units of one character are never parted. */
    public int segments(String text) {
        return isGsm(text) ? count(text, gsmAlone, gsmJoined, true) : count(text, ucs2Alone, ucs2Joined, false);
    }

    private static boolean isGsm(String text) {
        return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
    }

    private static int count(String text, int alone, int joined, boolean gsm) {
        int total = 0;
        int segments = 1;
        int filled = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int width = gsm ? (EXTENDED.indexOf(point) >= 0 ? 2 : 1) : Character.charCount(point);
            at += Character.charCount(point);
            total += width;
            if (filled + width > joined) {
                segments++;
                filled = 0;
            }
            filled += width;
        }
        return total <= alone ? 1 : segments;
    }
}
