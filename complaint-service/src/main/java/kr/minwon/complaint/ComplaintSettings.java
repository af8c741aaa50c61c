package kr.minwon.complaint;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an office sets.
 *
 * @param acceptance {@code online}: what is filed is accepted at once; {@code by-hand}: somebody accepts it
 * @param acceptanceExceptions ids of offices that accept the other way
 * @param approval {@code optional}: an officer may answer alone; {@code required}: a lead approves each answer
 * @param approvalExceptions ids of offices that do it the other way
 * @param limits how much one person may do
 */
@ConfigurationProperties("minwon")
record ComplaintSettings(
        @DefaultValue("online") String acceptance,
        @DefaultValue Set<String> acceptanceExceptions,
        @DefaultValue("optional") String approval,
        @DefaultValue Set<String> approvalExceptions,
        @DefaultValue Limits limits) {
    /**
     * How much one person may do.
     *
     * @param filingsPerPhonePerHour filings of one phone in an hour, whoever brings them
     */
    record Limits(@DefaultValue("10") int filingsPerPhonePerHour) {}
}
