package kr.minwon.notification.message.web;

import java.util.regex.Pattern;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;

/** Receipt numbers as they are typed. */
final class ReceiptNumbers {
    private static final ProblemType NO_RECEIPT_NUMBER = new ProblemType("no-receipt-number", 400);
    private static final Pattern RECEIPT_NUMBER = Pattern.compile("\\d{12}");

    private ReceiptNumbers() {}

    /** With its hyphens, however it was typed. */
    static String canonical(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        if (!RECEIPT_NUMBER.matcher(digits).matches()) {
            throw new ProblemException(NO_RECEIPT_NUMBER);
        }
        return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
    }
}
