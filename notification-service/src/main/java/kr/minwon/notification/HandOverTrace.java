package kr.minwon.notification;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a hand-over into the trace of what it tells about, however much later and on whatever instance it happens. */
@Component
class HandOverTrace {
    private static final String SPAN = "sms hand-over";
    private static final String HEADER = "traceparent";

    private final ObjectProvider<Tracer> tracers;
    private final ObjectProvider<Propagator> propagators;

    HandOverTrace(ObjectProvider<Tracer> tracers, ObjectProvider<Propagator> propagators) {
        this.tracers = tracers;
        this.propagators = propagators;
    }

    void run(@Nullable String traceparent, Runnable work) {
        Tracer tracer = tracers.getIfAvailable();
        Propagator propagator = propagators.getIfAvailable();
        if (tracer == null || propagator == null || traceparent == null) {
            work.run();
            return;
        }
        Span span = propagator
                .extract(Map.of(HEADER, traceparent), Map::get)
                .name(SPAN)
                .kind(Span.Kind.PRODUCER)
                .start();
        try (Tracer.SpanInScope inScope = tracer.withSpan(span)) {
            work.run();
        } finally {
            span.end();
        }
    }
}
