package kr.minwon.complaint.complaint.messaging;

import java.util.function.Consumer;
import kr.minwon.complaint.complaint.mongo.ComplaintInbox;
import kr.minwon.outbox.IncomingEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Listens to what routing decides. */
@Configuration(proxyBeanMethods = false)
class RoutingEventFunctions {
    @Bean
    Consumer<Message<byte[]>> onRoutingEvent(ComplaintInbox inbox) {
        return message -> {
            IncomingEvent event = IncomingEvent.from(message);
            inbox.apply(IncomingEvents.complaintOf(event), event, IncomingEvents::effectOf);
        };
    }
}
