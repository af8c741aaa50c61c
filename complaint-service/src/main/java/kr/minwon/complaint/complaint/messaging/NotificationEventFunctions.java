package kr.minwon.complaint.complaint.messaging;

import java.util.function.Consumer;
import kr.minwon.complaint.complaint.MessageState;
import kr.minwon.complaint.complaint.mongo.ComplaintInbox;
import kr.minwon.outbox.IncomingEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Listens to how far the texts to reporters have come, and to what they text back. */
@Configuration(proxyBeanMethods = false)
class NotificationEventFunctions {
    @Bean
    Consumer<Message<byte[]>> onNotificationEvent(ComplaintInbox inbox, IncomingTexts texts) {
        return message -> {
            IncomingEvent event = IncomingEvent.from(message);
            if (event.type().equals("notification.message.v1")) {
                NotificationMessageV1 body = event.as(NotificationMessageV1.class);
                MessageState state = IncomingEvents.message(event, body);
                inbox.applyUncounted(IncomingEvents.complaintOf(event, body), complaint -> complaint.told(state));
            } else if (event.type().equals("notification.reply.v1")) {
                texts.on(event);
            }
        };
    }
}
