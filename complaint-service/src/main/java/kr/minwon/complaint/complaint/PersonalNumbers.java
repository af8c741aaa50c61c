package kr.minwon.complaint.complaint;

import java.util.regex.Pattern;

/**
 * Numbers of people in what they wrote: mobiles and resident registration numbers (주민등록번호). Nobody is found by them, and
 * no list shows them.
 */
final class PersonalNumbers {
    private static final String APART = "[ .()‐-―－-]{0,3}";
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])(?:"
            + "(?:\\+?82" + APART + "0?|0)1[016-9]" + APART + "[0-9]{3,4}" + APART + "[0-9]{4}"
            + "|[0-9]{6}" + APART + "[1-8][0-9]{6}"
            + ")(?![0-9])");

    private PersonalNumbers() {}

    static boolean areIn(String text) {
        return NUMBER.matcher(PhoneNumber.halfWidth(text)).find();
    }

    /** The text with every digit of such numbers replaced; as long as it was. */
    static String replaced(String text, char by) {
        StringBuilder replaced = new StringBuilder(text);
        NUMBER.matcher(PhoneNumber.halfWidth(text)).results().forEach(number -> {
            for (int at = number.start(); at < number.end(); at++) {
                if (Character.isDigit(text.charAt(at))) {
                    replaced.setCharAt(at, by);
                }
            }
        });
        return replaced.toString();
    }
}
