package kr.minwon.notification.staffnotice.messaging;

import java.time.Clock;
import java.util.function.Consumer;
import kr.minwon.notification.staffnotice.KeepNotices;
import kr.minwon.outbox.IncomingEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Listens to what routing reminds staff of. Each notice is whole in its event and is a document of its own, whose id holds
 * the event's sequence: the same event again finds it, none has to wait for another, and all other types cost nothing.
 */
@Configuration(proxyBeanMethods = false)
class RoutingEventFunctions {
    @Bean
    Consumer<Message<byte[]>> onRoutingEvent(KeepNotices notices, Clock clock) {
        return record -> {
            IncomingEvent event = IncomingEvent.from(record);
            if (event.type().equals(StaffNoticeV1.TYPE)) {
                notices.take(StaffNoticeReader.read(event, clock.instant()));
            }
        };
    }
}
