package kr.minwon.notification.dispatch.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageIdsTests {
    @Test
    void asIsTheyAreTheSameText() {
        assertThat(MessageIds.AS_IS.ofAnswer(" 01AbC ")).isEqualTo(MessageIds.AS_IS.ofReceipt("01aBc"));
        assertThat(MessageIds.AS_IS.ofAnswer("17")).isNotEqualTo(MessageIds.AS_IS.ofReceipt("23"));
    }

    @Test
    void hexadecimalAnswersMeetDecimalReceipts() {
        assertThat(MessageIds.HEX_ANSWER.ofAnswer("1F4")).isEqualTo(MessageIds.HEX_ANSWER.ofReceipt("500"));
        assertThat(MessageIds.HEX_ANSWER.ofAnswer("ffffffffffffffff"))
                .isEqualTo(MessageIds.HEX_ANSWER.ofReceipt("18446744073709551615"));
    }

    @Test
    void decimalAnswersMeetHexadecimalReceipts() {
        assertThat(MessageIds.HEX_RECEIPT.ofAnswer("500")).isEqualTo(MessageIds.HEX_RECEIPT.ofReceipt("000001f4"));
    }

    @Test
    void leadingZerosDoNotMatterWhereNumbersAreMeant() {
        assertThat(MessageIds.HEX.ofAnswer("0001F4")).isEqualTo(MessageIds.HEX.ofReceipt("1f4"));
    }

    @Test
    void whatIsNoNumberStaysAsItIs() {
        assertThat(MessageIds.HEX_ANSWER.ofAnswer("SMS-7f3a")).isEqualTo("sms-7f3a");
    }
}
