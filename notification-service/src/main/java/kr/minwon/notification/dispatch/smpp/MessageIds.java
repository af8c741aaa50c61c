package kr.minwon.notification.dispatch.smpp;

import java.util.Locale;

/** How a carrier's answers and receipts write the same message id; some write one in hexadecimal and one in decimal. */
public enum MessageIds {
    /** Both alike. */
    AS_IS(10, 10),
    /** Answers in hexadecimal, receipts in decimal. */
    HEX_ANSWER(16, 10),
    /** Answers in decimal, receipts in hexadecimal. */
    HEX_RECEIPT(10, 16),
    /** Both in hexadecimal, with or without leading zeros. */
    HEX(16, 16);

    private final int answerRadix;
    private final int receiptRadix;

    MessageIds(int answerRadix, int receiptRadix) {
        this.answerRadix = answerRadix;
        this.receiptRadix = receiptRadix;
    }

    /** The id of an answer as it is stored. */
    String ofAnswer(String id) {
        return canonical(id, answerRadix);
    }

    /** The id of a receipt as it is stored. */
    String ofReceipt(String id) {
        return canonical(id, receiptRadix);
    }

    private String canonical(String id, int radix) {
        String stripped = id.strip().toLowerCase(Locale.ROOT);
        if (this == AS_IS) {
            return stripped;
        }
        try {
            return Long.toUnsignedString(Long.parseUnsignedLong(stripped, radix));
        } catch (NumberFormatException noNumber) {
            return stripped;
        }
    }
}
