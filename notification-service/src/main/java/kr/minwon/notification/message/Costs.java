package kr.minwon.notification.message;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import kr.minwon.koreansms.SmsSize;

/**
 * What texts cost by the office's prices: each hand-over that a provider took and of which it did not say that it failed. One
 * in doubt is not counted until it is known.
 */
public record Costs(Prices prices, Sizing sizing) {
    /** In won without tax. */
    public BigDecimal of(Message message) {
        SmsSize.Type type = type(message);
        return IntStream.rangeClosed(1, message.attempt())
                // What 알림톡 costs is in no price list of texts.
                .filter(number -> message.channel(number) == Channel.SMS)
                .mapToObj(message::attempt)
                .filter(one -> one.state() == MessageState.ACCEPTED || one.state() == MessageState.DELIVERED)
                .map(one -> prices.of(String.valueOf(one.provider()), type))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As which the text goes out; one that EUC-KR cannot hold is no SMS. */
    public SmsSize.Type type(Message message) {
        SmsSize.Type type = sizing.of(message.content().text(), null).type();
        return type == SmsSize.Type.SMS ? type : SmsSize.Type.LMS;
    }
}
