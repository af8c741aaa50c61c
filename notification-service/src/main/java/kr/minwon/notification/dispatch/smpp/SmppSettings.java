package kr.minwon.notification.dispatch.smpp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import kr.minwon.notification.dispatch.Senders;
import kr.minwon.notification.dispatch.guard.BreakerSettings;
import kr.minwon.notification.message.Cause;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider's SMSC.
 *
 * @param enabled whether texts go over SMPP at all
 * @param weight its share of the texts beside other providers, in points
 * @param host where it listens
 * @param port where it listens
 * @param tls whether the SMSC is spoken to over TLS; its certificate has to name the host
 * @param sslBundle Spring's SSL bundle with the authorities that are trusted; empty for those of the JVM
 * @param binds sessions at once, for a carrier that allows several; each has the window of the dispatch
 * @param systemId the account
 * @param passwordFile file with the account's password; none for the simulator
 * @param answerWithin how long a submit may take before nobody can tell; late answers are common, so not below 10 s
 * @param connectWithin how long a connection and a bind may take
 * @param enquireEvery how often an idle link is asked whether it lives
 * @param koreanDataCoding the data_coding the SMSC takes for EUC-KR: 14 (KS C 5601) by SMPP 3.4, 132 at some gateways
 * @param shortMessageBytes most octets in short_message; longer texts go in message_payload
 * @param messageIds how answers and receipts write the same message id
 * @param receiptErrors what the carrier's own {@code err} codes of receipts mean, such as {@code 069: spam-blocked}
 * @param processors threads for incoming PDUs; at least the window, or receipts would hold up answers
 * @param perSecond most submits a second
 * @param senders numbers that are registered with the carrier (발신번호 사전등록); empty leaves the check to it
 * @param breaker when to leave the provider alone for a while
 */
@ConfigurationProperties("minwon.smpp")
public record SmppSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("50") int weight,
        String host,
        int port,
        @DefaultValue("false") boolean tls,
        @DefaultValue("") String sslBundle,
        @DefaultValue("1") int binds,
        @DefaultValue("minwon") String systemId,
        @Nullable String passwordFile,
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue("5s") Duration connectWithin,
        @DefaultValue("15s") Duration enquireEvery,
        @DefaultValue("14") int koreanDataCoding,
        @DefaultValue("140") int shortMessageBytes,
        @DefaultValue("as-is") MessageIds messageIds,
        @DefaultValue Map<String, Cause> receiptErrors,
        @DefaultValue("8") int processors,
        @DefaultValue("500") int perSecond,
        @DefaultValue List<String> senders,
        @DefaultValue BreakerSettings breaker) {

    /** Most octets that a short_message can have (SMPP 3.4, 5.2.21). */
    private static final int LONGEST_SHORT_MESSAGE = 254;

    private static final int MOST_BINDS = 16;

    public SmppSettings {
        if (shortMessageBytes < 1 || shortMessageBytes > LONGEST_SHORT_MESSAGE) {
            throw new IllegalArgumentException("minwon.smpp.short-message-bytes is 1 to " + LONGEST_SHORT_MESSAGE);
        }
        if (binds < 1 || binds > MOST_BINDS) {
            throw new IllegalArgumentException("minwon.smpp.binds is 1 to " + MOST_BINDS);
        }
        if (perSecond < 1) {
            throw new IllegalArgumentException("minwon.smpp.per-second is at least 1");
        }
        if (koreanDataCoding < 0 || koreanDataCoding > 0xFF) {
            throw new IllegalArgumentException("minwon.smpp.korean-data-coding is one octet");
        }
        senders = Senders.digits(senders);
    }
}
