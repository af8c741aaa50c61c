package kr.minwon.notification.message.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.message.Urgency;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTests {
    private static final String WAITING_SINCE = MessageDocuments.waitingSince(Urgency.URGENT);
    private static final Set<String> WORK = Set.of(
            WAITING_SINCE,
            AttemptDocuments.SENDING_BY,
            MessageDocuments.UNKNOWN_KEY,
            MessageDocuments.ASK_KEY,
            MessageDocuments.REFERENCE_KEYS,
            MessageDocuments.PHONE_KEYS,
            MessageDocuments.PROVIDER_KEY,
            MessageDocuments.EARLIER_KEYS);
    private final MessageDocuments messages =
            new MessageDocuments(phone -> Optional.of("identity of " + phone), new Backwards(), Set.of("sens"));

    private record Backwards() implements MessageDocuments.SealedWords {
        @Override
        public String seal(String text) {
            return new StringBuilder(text).reverse().toString();
        }

        @Override
        public String open(String sealed) {
            return seal(sealed);
        }
    }

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
    @EnumSource(Urgency.class)
    void whatWaitsIsFoundByItsUrgencyAlone(Urgency urgency) {
        Document document = stored(MessageMother.wanted(urgency));
        for (Urgency other : Urgency.values()) {
            assertThat(document.containsKey(MessageDocuments.waitingSince(other)))
                    .isEqualTo(other == urgency);
        }
    }

    @Test
    void whatIsTriedAsAlimtalkFirstComesBackAsItWas() {
        Message first = MessageMother.byKakao(MessageMother.AT);
        Message fallen = first.sending("1", "solapi", MessageMother.AT)
                .fallenBack(new Reason("3104", Cause.NOT_BY_KAKAO), MessageMother.AT.plusSeconds(5));
        for (Message message : List.of(first, fallen)) {
            assertThat(messages.read(stored(message))).isEqualTo(message);
        }
        assertThat(stored(fallen)).containsEntry("state", "queued").containsKey("urgentSince");
    }

    @Test
    void whatWasTakenAsAlimtalkMayBeAskedAboutAndItsSmsNotWhereReceiptsCome() {
        Message taken = MessageMother.byKakao(MessageMother.AT)
                .sending("1", "solapi", MessageMother.AT)
                .accepted("G1", MessageMother.AT);
        assertThat(stored(taken))
                .containsEntry(MessageDocuments.RESULT_KEY, "solapi/" + MessageMother.AT + "/" + taken.id());
        assertThat(stored(taken.withoutProviderId())).containsKey(MessageDocuments.RESULT_KEY);
        Message fallen = taken.received(1, MessageMother.undelivered(), "G1");
        assertThat(stored(fallen)).doesNotContainKey(MessageDocuments.RESULT_KEY);
        assertThat(stored(fallen.sending("1", "solapi", MessageMother.AT).accepted("G2", MessageMother.AT)))
                .doesNotContainKey(MessageDocuments.RESULT_KEY);
    }

    @Test
    void whatWasLostOfATextIsKept() {
        Content content = new Content("□방", Encoding.EUC_KR, "supplement-ko-1", null, null, List.of("똠", "👍🏽"));
        Message message = MessageMother.saying(content, MessageMother.in(MessageState.QUEUED));
        assertThat(messages.read(stored(message))).isEqualTo(message);
        assertThat(stored(MessageMother.in(MessageState.QUEUED))).doesNotContainKey("lost");
    }

    @Test
    void aHeldMessageWaitsFromTheEndOfThatOn() {
        Instant morning = MessageMother.AT.plusSeconds(36_000);
        Message held = MessageMother.heldUntil(morning);
        Document document = stored(held);
        assertThat(document.getDate(MessageDocuments.waitingSince(Urgency.NOTICE))
                        .toInstant())
                .isEqualTo(morning);
        assertThat(messages.read(document)).isEqualTo(held);
    }

    @Test
    void oneOfAMailingIsFoundByItWhileItIsQueuedAndIsAskedAboutButNobodysToDecide() {
        Message queued = MessageMother.ofMailing("m1", "c1:abc");
        assertThat(queued.id()).isEqualTo("bulk/m1/c1:abc");
        assertThat(stored(queued)).containsEntry(MessageDocuments.MAILING_KEY, "m1/c1:abc");
        assertThat(messages.read(stored(queued))).isEqualTo(queued);
        Message inDoubt = queued.sending("1", "smpp", MessageMother.AT).unknown(MessageMother.NO_ANSWER);
        assertThat(inDoubt.awaitsDecision()).isFalse();
        assertThat(stored(inDoubt))
                .containsEntry(MessageDocuments.ASK_KEY, "smpp/" + MessageMother.AT + "/" + queued.id())
                .doesNotContainKeys(MessageDocuments.MAILING_KEY, MessageDocuments.UNKNOWN_KEY);
    }

    @Test
    void aCodeInDoubtIsNobodysToDecideAndNotAskedAbout() {
        Message inDoubt =
                MessageMother.code("v1").sending("1", "smpp", MessageMother.AT).unknown(MessageMother.NO_ANSWER);
        assertThat(stored(inDoubt)).doesNotContainKeys(MessageDocuments.UNKNOWN_KEY, MessageDocuments.ASK_KEY);
    }

    @Test
    void theWordsOfACodeAreSealed() {
        Message code = MessageMother.wanted(Urgency.CODE);
        Document document = stored(code);
        assertThat(document.toString()).doesNotContain("907345");
        assertThat(document).doesNotContainKeys("complaintId", "receiptNumber");
        assertThat(messages.read(document)).isEqualTo(code);
    }

    static Stream<Message> withMoreHandOvers() {
        Message again = MessageMother.again();
        Message secondRefused = again.sending("1", "smpp", MessageMother.AT).failed(Reason.of("refused"));
        return Stream.of(
                again,
                secondRefused,
                again.received(1, MessageMother.delivered(), "9"),
                again.sending("1", "other", MessageMother.AT).received(1, MessageMother.delivered(), "9"),
                again.sending("1", "smpp", MessageMother.AT).accepted("18", MessageMother.AT),
                secondRefused.again(MessageMother.resend()),
                MessageMother.in(MessageState.UNKNOWN).left(MessageMother.leave()));
    }

    @ParameterizedTest
    @MethodSource("withMoreHandOvers")
    void aMessageOfMoreHandOversComesBackAsItWas(Message message) {
        assertThat(messages.read(stored(message))).isEqualTo(message);
        assertThat(messages.write(message))
                .containsEntry("state", message.state().wireName());
    }

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void fieldsOfWorkAreThereOnlyWhileThereIsWork(MessageState state) {
        assertThat(work(MessageMother.in(state)))
                .containsExactlyInAnyOrder(
                        switch (state) {
                            case QUEUED -> new String[] {WAITING_SINCE};
                            case SENDING -> new String[] {AttemptDocuments.SENDING_BY};
                            case UNKNOWN ->
                                new String[] {
                                    MessageDocuments.UNKNOWN_KEY,
                                    MessageDocuments.ASK_KEY,
                                    MessageDocuments.REFERENCE_KEYS,
                                    MessageDocuments.PHONE_KEYS
                                };
                            case ACCEPTED, DELIVERED -> new String[] {MessageDocuments.PROVIDER_KEY};
                            case FAILED, DROPPED -> new String[0];
                        });
    }

    private Set<String> work(Message message) {
        Set<String> there = new TreeSet<>(messages.write(message).keySet());
        there.retainAll(WORK);
        return there;
    }

    @Test
    void whatIsDecidedIsNoLongerListedButAReceiptStillFindsIt() {
        assertThat(work(MessageMother.in(MessageState.UNKNOWN).left(MessageMother.leave())))
                .containsExactlyInAnyOrder(MessageDocuments.REFERENCE_KEYS, MessageDocuments.PHONE_KEYS);
        assertThat(work(MessageMother.again()))
                .containsExactlyInAnyOrder(WAITING_SINCE, MessageDocuments.REFERENCE_KEYS, MessageDocuments.PHONE_KEYS);
    }

    @Test
    void eachHandOverInDoubtHasAReferenceOfItsOwn() {
        Message twice =
                MessageMother.again().sending("1", "other", MessageMother.AT).unknown(MessageMother.NO_ANSWER);
        assertThat(messages.write(twice).getList(MessageDocuments.REFERENCE_KEYS, String.class))
                .containsExactly("smpp/" + twice.reference(1), "other/" + twice.reference(2));
        assertThat(messages.write(twice).getList(MessageDocuments.PHONE_KEYS, String.class))
                .containsExactly("smpp/identity of " + MessageMother.PHONE, "other/identity of " + MessageMother.PHONE);
    }

    @Test
    void oneThatIsAcceptedWithoutAnIdIsFoundByItsPhone() {
        assertThat(work(MessageMother.in(MessageState.ACCEPTED).withoutProviderId()))
                .containsExactly(MessageDocuments.PHONE_KEYS);
    }

    @Test
    void anEarlierHandOverIsFoundByTheIdThatItsReceiptBrought() {
        Message heard = MessageMother.again().received(1, MessageMother.undelivered(), "9");
        assertThat(work(heard)).containsExactlyInAnyOrder(WAITING_SINCE, MessageDocuments.EARLIER_KEYS);
    }

    @Test
    void oneThatIsSentAgainWaitsSinceThatWasDecided() {
        assertThat(messages.write(MessageMother.again()).getDate(WAITING_SINCE))
                .isEqualTo(Date.from(MessageMother.resend().at()));
    }

    @Test
    void aMessageThatIsPutBackKeepsItsPlace() {
        Message queued = MessageMother.received();
        Message back =
                queued.sending("1", "smpp", MessageMother.AT.plusSeconds(5)).putBack();
        assertThat(messages.write(back).getDate(WAITING_SINCE))
                .isEqualTo(messages.write(queued).getDate(WAITING_SINCE));
    }

    @Test
    void aCaseComesBackAsItWas() {
        CaseDocuments cases = new CaseDocuments();
        CaseRecord opened = CaseRecord.opened(
                MessageMother.about(MessageMother.complaintId()), "sealed", true, MessageMother.AT, Spoken.KOREAN);
        CaseRecord told = opened.after(Step.RECEIVED, 1, "a")
                .assignedTo("construction", MessageMother.AT)
                .after(Step.ASSIGNED, 1, "b");
        for (CaseRecord one : new CaseRecord[] {
            opened, opened.awaitingAcceptance(), told, told.clockMoved(MessageMother.AT.plusSeconds(9))
        }) {
            Document document = cases.write(one).append("_id", one.about().complaintId());
            assertThat(cases.read(document)).isEqualTo(one);
        }
    }

    @Test
    void whatWasToBeAcceptedByHandIsKnownByItsStepsBeforeThatWasKept() {
        CaseDocuments cases = new CaseDocuments();
        CaseRecord filed = CaseRecord.opened(
                        MessageMother.about(MessageMother.complaintId()),
                        "sealed",
                        true,
                        MessageMother.AT,
                        Spoken.KOREAN)
                .after(Step.FILED, 1, "a");
        CaseRecord accepted = filed.after(Step.RECEIVED, 1, "b");

        assertThat(cases.read(old(cases, filed)).awaitsAcceptance()).isTrue();
        assertThat(cases.read(old(cases, accepted)).awaitsAcceptance()).isFalse();
        assertThat(cases.read(old(cases, accepted.assignedTo("parks", MessageMother.AT)))
                        .awaitsAcceptance())
                .isFalse();
    }

    private static Document old(CaseDocuments cases, CaseRecord one) {
        Document document = cases.write(one).append("_id", one.about().complaintId());
        document.remove("awaitsAcceptance");
        return document;
    }
}
