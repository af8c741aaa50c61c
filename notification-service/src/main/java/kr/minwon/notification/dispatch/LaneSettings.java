package kr.minwon.notification.dispatch;

import kr.minwon.notification.message.Urgency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What texts of each urgency may take of the dispatch. */
@ConfigurationProperties("minwon.sms.lanes")
public record LaneSettings(
        @DefaultValue Limit code,
        @DefaultValue Limit urgent,
        @DefaultValue Limit alert,
        @DefaultValue Limit notice,
        @DefaultValue Limit bulk) {
    /** No limits. */
    public static final LaneSettings NONE =
            new LaneSettings(new Limit(0, 0), new Limit(0, 0), new Limit(0, 0), new Limit(0, 0), new Limit(0, 0));

    /**
     * A limit.
     *
     * @param atOnce most under way at once; 0 for the whole window
     * @param perSecond most that begin in a second; 0 for as many as can
     */
    public record Limit(
            @DefaultValue("0") int atOnce,
            @DefaultValue("0") int perSecond) {
        public Limit {
            if (atOnce < 0 || perSecond < 0) {
                throw new IllegalArgumentException("minwon.sms.lanes: a limit is 0 for none, or more");
            }
        }
    }

    Limit of(Urgency urgency) {
        return switch (urgency) {
            case CODE -> code;
            case URGENT -> urgent;
            case ALERT -> alert;
            case NOTICE -> notice;
            case BULK -> bulk;
        };
    }
}
