package kr.minwon.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.RecordInterceptor;

/** Opens a span for each consumed event, as a child of the one in which the event was stored. */
final class TraceContinuation<K, V> implements RecordInterceptor<K, V> {
    private record Open(Span span, Tracer.SpanInScope scope) {}

    private final Tracer tracer;
    private final Propagator propagator;
    // A container thread has one record in hand.
    private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();

    TraceContinuation(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public ConsumerRecord<K, V> intercept(ConsumerRecord<K, V> record, Consumer<K, V> consumer) {
        String type = header(record, "ce_type");
        Span span = propagator
                .extract(record, TraceContinuation::header)
                .name("consume " + (type == null ? record.topic() : type))
                .kind(Span.Kind.CONSUMER)
                .tag("messaging.destination.name", record.topic())
                .start();
        open.set(new Open(span, tracer.withSpan(span)));
        return record;
    }

    @Override
    public void failure(ConsumerRecord<K, V> record, Exception failure, Consumer<K, V> consumer) {
        Open current = open.get();
        if (current != null) {
            current.span().error(failure);
        }
    }

    @Override
    public void afterRecord(ConsumerRecord<K, V> record, Consumer<K, V> consumer) {
        Open current = open.get();
        if (current != null) {
            open.remove();
            current.scope().close();
            current.span().end();
        }
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
