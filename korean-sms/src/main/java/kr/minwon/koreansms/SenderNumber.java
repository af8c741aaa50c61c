package kr.minwon.koreansms;

import java.util.regex.Pattern;

/**
 * A number that texts may come from (발신번호 사전등록, 전기통신사업법 §84의2): 8–11 digits; a landline with its area code, a
 * mobile whole, 15xx, 16xx and 18xx exactly eight digits without area code; 050 cannot be registered.
 *
 * @param digits without separators
 */
public record SenderNumber(String digits) {
    private static final Pattern SHAPE =
            Pattern.compile("1[568]\\d{6}|02\\d{7,8}|0[3-6][1-5]\\d{7,8}|070\\d{8}|080\\d{7,8}|01\\d{8,9}");

    /** @throws IllegalArgumentException for a number that no carrier registers */
    public SenderNumber {
        digits = digits.replaceAll("[\\s-]", "");
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException("no sender number that can be registered: " + digits);
        }
    }
}
