package kr.minwon.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The gateway's own meters. The names are public: dashboards and alerts stand on them. */
public enum GatewayMeter {
    /** Calls refused by a limit; tag {@code limit}: filing, lookup, sign_in, calculation, code, open. */
    LIMITED("minwon.gateway.limited"),
    /** Sign-ins; tag {@code outcome}: succeeded, failed, locked. */
    SIGN_INS("minwon.gateway.sign-ins"),
    /** Calls that a service did not answer; tags {@code service}, {@code reason}: away, slow. */
    UNANSWERED("minwon.gateway.unanswered"),
    /** Pages open on a live status, now. */
    OPEN_PAGES("minwon.gateway.open-pages"),
    /** Changes of complaints read from Kafka for live pages. */
    CHANGES("minwon.gateway.changes"),
    /** Sessions that ended because nobody used them, or they were too old. */
    SESSIONS_SWEPT("minwon.gateway.sessions-swept");

    private final String meterName;

    GatewayMeter(String meterName) {
        this.meterName = meterName;
    }

    /** The name as Micrometer knows it. */
    public String meterName() {
        return meterName;
    }

    /** The counter of that name with the given tags. */
    public Counter counter(MeterRegistry meters, String... tags) {
        return meters.counter(meterName, tags);
    }
}
