package kr.minwon.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works.
 *
 * @param clearLinger how long acknowledged events may stay in their documents, so that one write clears several
 * @param sweepEvery how often what a crash or a failed send left is looked for
 * @param sweepAge how old a pending event must be before the sweeper takes it
 * @param sweepBatch most documents a sweep takes
 * @param queue most documents that wait to be sent; what does not fit is left to the sweeper
 */
@ConfigurationProperties("minwon.outbox")
public record RelaySettings(
        @DefaultValue("1s") Duration clearLinger,
        @DefaultValue("5s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAge,
        @DefaultValue("500") int sweepBatch,
        @DefaultValue("10000") int queue) {
    /** The settings a service starts with. */
    public static RelaySettings defaults() {
        return new RelaySettings(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(5), 500, 10_000);
    }
}
