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
                .filter(number -> isPaid(message.attempt(number).state()))
                .mapToObj(number -> price(message, number, type))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isPaid(MessageState state) {
        return state == MessageState.ACCEPTED || state == MessageState.DELIVERED;
    }

    private BigDecimal price(Message message, int number, SmsSize.Type type) {
        String provider = String.valueOf(message.attempt(number).provider());
        return message.channel(number) == Channel.ALIMTALK ? prices.ofAlimtalk(provider) : prices.of(provider, type);
    }

    /** As which the text goes out; one that EUC-KR cannot hold is no SMS. */
    public SmsSize.Type type(Message message) {
        SmsSize.Type type =
                sizing.of(message.content().text(), message.content().subject()).type();
        return type == SmsSize.Type.SMS ? type : SmsSize.Type.LMS;
    }
}
