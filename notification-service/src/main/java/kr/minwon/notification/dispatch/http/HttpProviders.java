package kr.minwon.notification.dispatch.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import kr.minwon.notification.NotificationMetric;
import kr.minwon.notification.dispatch.guard.Guards;
import kr.minwon.notification.message.Sizing;
import org.springframework.stereotype.Component;

/** Makes providers of protocols. */
@Component
public class HttpProviders {
    private final Guards guards;
    private final Sizing sizing;
    private final MeterRegistry meters;
    private final Clock clock;

    HttpProviders(Guards guards, Sizing sizing, MeterRegistry meters, Clock clock) {
        this.guards = guards;
        this.sizing = sizing;
        this.meters = meters;
        this.clock = clock;
    }

    /** A provider that speaks so, with a client, a guard and meters of its own. */
    public HttpProvider of(Protocol protocol, HttpSettings settings) {
        HttpProvider provider = new HttpProvider(
                protocol,
                settings,
                sizing,
                new HttpCalls(settings.connectWithin()),
                guards.of(protocol.name(), settings.window(), settings.perSecond(), settings.breaker()),
                clock);
        Gauge.builder(NotificationMetric.PROVIDER_READY.meter(), provider, one -> one.isReady() ? 1 : 0)
                .tag("provider", protocol.name())
                .register(meters);
        return provider;
    }

    /** What asks a provider for results. */
    public HttpResults results(Results protocol, HttpSettings settings) {
        return new HttpResults(protocol, settings, clock);
    }

    /** What asks a provider about hand-overs in doubt. */
    public HttpInquiry asking(Askable protocol, HttpSettings settings) {
        return new HttpInquiry(protocol, settings, clock);
    }
}
