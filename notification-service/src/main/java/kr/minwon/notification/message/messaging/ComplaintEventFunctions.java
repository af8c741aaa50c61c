package kr.minwon.notification.message.messaging;

import java.util.function.Consumer;
import kr.minwon.notification.dispatch.Dispatcher;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.reply.HandleReplies;
import kr.minwon.notification.staffnotice.KeepNotices;
import kr.minwon.outbox.Applied;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.UnreadableEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Listens to what happens to complaints. */
@Configuration(proxyBeanMethods = false)
class ComplaintEventFunctions {
    private static final String COMPLAINT = "complaint/";

    @Bean
    Consumer<Message<byte[]>> onComplaintEvent(
            OutboxCollection<CaseRecord> cases,
            Messages messages,
            Notices notices,
            HandleReplies replies,
            KeepNotices staffNotices,
            Dispatcher dispatcher) {
        return record -> {
            IncomingEvent event = IncomingEvent.from(record);
            if (!event.subject().startsWith(COMPLAINT)) {
                throw new UnreadableEvent("not of a complaint: " + event.subject());
            }
            ComplaintEventHandler handler = new ComplaintEventHandler(messages, notices, replies::refused);
            String id = event.subject().substring(COMPLAINT.length());
            Applied applied = cases.apply(id, event, handler);
            handler.stored().forEach(dispatcher::offer);
            // After a crash it comes again, and has been seen; what it moved may not have been followed.
            if (handler.hasMoved() || applied == Applied.SEEN_BEFORE) {
                staffNotices.follow(id);
            }
        };
    }
}
