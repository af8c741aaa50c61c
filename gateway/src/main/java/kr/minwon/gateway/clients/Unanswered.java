package kr.minwon.gateway.clients;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import kr.minwon.gateway.GatewayMeter;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What it means for the caller that a service did not answer. */
@Component
public class Unanswered {
    private static final Logger log = LoggerFactory.getLogger(Unanswered.class);
    private static final ProblemType AWAY = new ProblemType("service-away", 503);
    private static final ProblemType SLOW = new ProblemType("service-slow", 504);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final MeterRegistry meters;

    Unanswered(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * The problem that the caller is told: {@code service-away} (503) when nothing was done or nobody can tell why,
     * {@code service-slow} (504) when the service took the request but not in time.
     */
    public ProblemException problem(String service, IOException failure) {
        boolean slow = failure instanceof SocketTimeoutException
                && !(failure instanceof ConnectTimeoutException)
                && !(failure instanceof ConnectionRequestTimeoutException);
        String reason = slow ? "slow" : "away";
        log.warn("{} is {}: {}", service, reason, failure.getClass().getSimpleName());
        GatewayMeter.UNANSWERED
                .counter(meters, "service", service, "reason", reason)
                .increment();
        return new ProblemException(slow ? SLOW : AWAY).retryAfter(RETRY);
    }
}
