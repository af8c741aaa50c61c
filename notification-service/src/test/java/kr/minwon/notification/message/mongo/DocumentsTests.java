package kr.minwon.notification.message.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Step;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentsTests {
    private static final Set<String> WORK = Set.of(
            MessageDocuments.WAITING_SINCE,
            MessageDocuments.SENDING_BY,
            MessageDocuments.UNKNOWN_KEY,
            MessageDocuments.REFERENCE_KEY,
            MessageDocuments.PROVIDER_KEY);
    private final MessageDocuments messages = new MessageDocuments();

    private Document stored(Message message) {
        return messages.write(message).append("_id", message.id()).append("version", message.version());
    }

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void aMessageComesBackAsItWas(MessageState state) {
        Message message = MessageMother.in(state);
        assertThat(messages.read(stored(message))).isEqualTo(message);
        assertThat(messages.write(messages.read(stored(message)))).isEqualTo(messages.write(message));
    }

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void fieldsOfWorkAreThereOnlyWhileThereIsWork(MessageState state) {
        Set<String> there =
                new TreeSet<>(messages.write(MessageMother.in(state)).keySet());
        there.retainAll(WORK);
        assertThat(there)
                .containsExactlyInAnyOrder(
                        switch (state) {
                            case QUEUED -> new String[] {MessageDocuments.WAITING_SINCE};
                            case SENDING -> new String[] {MessageDocuments.SENDING_BY};
                            case UNKNOWN -> new String[] {MessageDocuments.UNKNOWN_KEY, MessageDocuments.REFERENCE_KEY};
                            case ACCEPTED, DELIVERED -> new String[] {MessageDocuments.PROVIDER_KEY};
                            case FAILED, DROPPED -> new String[0];
                        });
    }

    @Test
    void aMessageThatIsPutBackKeepsItsPlace() {
        Message queued = MessageMother.received();
        Message back =
                queued.sending("1", "smpp", MessageMother.AT.plusSeconds(5)).putBack();
        assertThat(messages.write(back).getDate(MessageDocuments.WAITING_SINCE))
                .isEqualTo(messages.write(queued).getDate(MessageDocuments.WAITING_SINCE));
    }

    @Test
    void aCaseComesBackAsItWas() {
        CaseDocuments cases = new CaseDocuments();
        CaseRecord opened = CaseRecord.opened(MessageMother.about(MessageMother.complaintId()), "sealed", true);
        CaseRecord told =
                opened.after(Step.RECEIVED, 1, "a").assignedTo("construction").after(Step.ASSIGNED, 1, "b");
        for (CaseRecord one : new CaseRecord[] {opened, told}) {
            Document document = cases.write(one).append("_id", one.about().complaintId());
            assertThat(cases.read(document)).isEqualTo(one);
        }
    }
}
