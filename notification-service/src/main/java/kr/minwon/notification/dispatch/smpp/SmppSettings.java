package kr.minwon.notification.smpp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider's SMSC.
 *
 * @param host where it listens
 * @param port where it listens
 * @param systemId the account
 * @param passwordFile file with the account's password; none for the simulator
 * @param answerWithin how long a submit may take before nobody can tell; at least 10 s, since late answers are common
 * @param enquireEvery how often an idle link is asked whether it lives
 * @param koreanDataCoding the data_coding the SMSC takes for EUC-KR: 14 by SMPP 3.4, 132 at some gateways
 * @param hexIds whether submit answers carry hexadecimal ids where receipts carry decimal ones
 * @param perSecond most submits a second
 */
@ConfigurationProperties("minwon.smpp")
public record SmppSettings(
        String host,
        int port,
        @DefaultValue("minwon") String systemId,
        @Nullable String passwordFile,
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue("15s") Duration enquireEvery,
        @DefaultValue("14") int koreanDataCoding,
        @DefaultValue("false") boolean hexIds,
        @DefaultValue("500") int perSecond) {}
