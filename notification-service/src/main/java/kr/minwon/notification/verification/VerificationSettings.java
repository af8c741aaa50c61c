package kr.minwon.notification.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How phones are verified. Who asks for a code has a stranger's phone ring: the limits are what keeps that from being worth
 * anybody's while.
 *
 * @param goodFor how long a code is
 * @param tries how often it may be typed in wrongly, less one
 * @param apart least time between two codes to one phone
 * @param anHour most codes to one phone in an hour
 * @param aDay most codes to one phone in 24 hours
 * @param officeADay most codes of one office on one day, all phones together
 * @param tokenGoodFor how long a verified phone stays so
 */
@ConfigurationProperties("minwon.verification")
public record VerificationSettings(
        @DefaultValue("3m") Duration goodFor,
        @DefaultValue("5") int tries,
        @DefaultValue("60s") Duration apart,
        @DefaultValue("5") int anHour,
        @DefaultValue("10") int aDay,
        @DefaultValue("2000") int officeADay,
        @DefaultValue("30m") Duration tokenGoodFor) {
    public VerificationSettings {
        if (tries < 1 || anHour < 1 || aDay < anHour || officeADay < 1) {
            throw new IllegalArgumentException(
                    "minwon.verification: tries, an-hour and office-a-day are at least 1, a-day at least an-hour");
        }
    }
}
