package kr.minwon.routing.workitem.messaging;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kr.minwon.outbox.Applied;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.Outcome;
import kr.minwon.routing.workitem.Arrivals;
import kr.minwon.routing.workitem.RoutingMeters;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The consumer of {@code minwon.complaint}. */
@Configuration(proxyBeanMethods = false)
class ComplaintEventFunctions {
    /** What comes before the complaint's id in a subject. */
    static final String SUBJECT = "complaint/";

    @Bean
    Consumer<Message<byte[]>> onComplaintEvent(
            OutboxCollection<WorkItem> items,
            ComplaintEvents events,
            Arrivals arrivals,
            RoutingMeters meters,
            Clock clock) {
        return message -> {
            IncomingEvent event = IncomingEvent.from(message);
            if (!event.subject().startsWith(SUBJECT)) {
                // Another producing document of that topic is no case: nothing here depends on it.
                return;
            }
            AtomicReference<@Nullable WorkItem> started = new AtomicReference<>();
            String complaintId = event.subject().substring(SUBJECT.length());
            Applied applied = items.apply(complaintId, event, (current, one) -> {
                Outcome<WorkItem> outcome = events.on(current, one);
                if (current == null || current.status() == WorkStatus.FILED) {
                    started.set(outcome.next());
                }
                return outcome;
            });
            WorkItem item = started.get();
            if (item != null && applied == Applied.APPLIED) {
                arrivals.arrived(item.petition().receiptNumber());
                if (item.status() == WorkStatus.ASSIGNED) {
                    meters.started(item, clock.instant());
                }
            }
        };
    }
}
