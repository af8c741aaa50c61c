package kr.minwon.notification.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How phones are verified. Who asks for a code has a stranger's phone ring: the limits are what keeps that from being worth
 * anybody's while, and from keeping the phone's owner out.
 *
 * @param goodFor how long a code is
 * @param tries how often it may be typed in wrongly, less one
 * @param apart least time between two codes to one phone
 * @param anHour most codes to one phone in an hour
 * @param aDay most codes to one phone in 24 hours, whoever asks
 * @param kept how many of those are kept for devices that verified the phone before
 * @param ofOne most codes to one phone in 24 hours that one asker, not such a device, may have sent
 * @param officeAnHour codes of one office in an hour; further ones only to phones that are known to it
 * @param officeADay most codes of one office on one day, all phones together
 * @param tokenGoodFor how long a verified phone stays so
 * @param deviceGoodFor how long a device is known to have verified a phone
 */
@ConfigurationProperties("minwon.verification")
public record VerificationSettings(
        @DefaultValue("3m") Duration goodFor,
        @DefaultValue("5") int tries,
        @DefaultValue("60s") Duration apart,
        @DefaultValue("5") int anHour,
        @DefaultValue("10") int aDay,
        @DefaultValue("4") int kept,
        @DefaultValue("4") int ofOne,
        @DefaultValue("60") int officeAnHour,
        @DefaultValue("2000") int officeADay,
        @DefaultValue("30m") Duration tokenGoodFor,
        @DefaultValue("180d") Duration deviceGoodFor) {
    private static final int HOURS = 24;

    public VerificationSettings {
        if (tries < 1 || anHour < 1 || aDay < anHour || kept < 0 || kept >= aDay || ofOne < 1) {
            throw new IllegalArgumentException(
                    "minwon.verification: tries, an-hour and of-one are at least 1, a-day at least an-hour, kept below a-day");
        }
        if (officeAnHour < 1 || officeADay <= HOURS * officeAnHour) {
            throw new IllegalArgumentException(
                    "minwon.verification: office-a-day is more than 24 times office-an-hour, or strangers can have it all");
        }
    }

    /** Most codes to one phone in 24 hours that anybody but a device that verified it before may have sent. */
    int ofStrangers() {
        return aDay - kept;
    }
}
