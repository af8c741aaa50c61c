package kr.minwon.notification.message.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kr.minwon.notification.Seeded;
import kr.minwon.notification.dispatch.StoredMessages;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.Outcome;
import kr.minwon.outbox.UnreadableEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What the events of the contracts make of a case and its texts. */
class ComplaintEventHandlerTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:12:32Z");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final String id = MessageMother.complaintId();
    private final Messages store = StoredMessages.empty();
    private final Notices notices = new Notices(Seeded.templates(), Clock.fixed(NOW, ZoneOffset.UTC));

    private record Run(Outcome<CaseRecord> outcome, List<Message> stored) {
        CaseRecord next() {
            return Objects.requireNonNull(outcome.next());
        }

        Message message() {
            assertThat(stored).hasSize(1);
            return stored.getFirst();
        }
    }

    private Run on(@Nullable CaseRecord current, IncomingEvent event) {
        ComplaintEventHandler handler = new ComplaintEventHandler(store, notices);
        Outcome<CaseRecord> outcome = handler.on(current, event);
        return new Run(outcome, handler.stored());
    }

    private Run on(@Nullable CaseRecord current, String type, long sequence) {
        return on(current, Examples.event(type, id, sequence));
    }

    private CaseRecord submitted() {
        return on(null, "complaint.submitted.v1", 1).next();
    }

    @Test
    void aSubmittedComplaintIsConfirmed() {
        ObjectNode body = Examples.body("complaint.submitted.v1", id, 1);
        Run run = on(null, Examples.event("complaint.submitted.v1", id, body, TRACE));
        Message message = run.message();
        assertThat(message.id()).isEqualTo(id + "/received.1/reporter");
        assertThat(message.content().text()).isEqualTo("[서구청] 민원이 접수되었습니다.\n접수번호 2611-4821-9375");
        assertThat(message.sealedPhone()).startsWith("v1.f1.");
        assertThat(message.eventAt()).isEqualTo(Instant.parse("2026-11-23T01:12:30.123Z"));
        assertThat(message.queuedAt()).isEqualTo(NOW);
        assertThat(message.traceparent()).isEqualTo(TRACE);
        assertThat(message.previous()).isNull();
        assertThat(run.next().lastMessageId()).isEqualTo(message.id());
        assertThat(store.find(message.id())).isPresent();
    }

    @Test
    void anAssignedOneNamesDepartmentContactAndDeadline() {
        Run run = on(submitted(), "complaint.assigned.v1", 2);
        assertThat(run.message().id()).isEqualTo(id + "/assigned.1/reporter");
        assertThat(run.message().previous()).isEqualTo(id + "/received.1/reporter");
        assertThat(run.message().content().text()).contains("건설과", "062-000-0000", "11월 26일(목) 10시 12분까지");
        assertThat(run.next().departmentId()).isEqualTo("construction");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T18:00:00+09:00, 12월 1일(화) 18시까지",
        "2026-12-01T09:00:00Z, 12월 1일(화) 18시까지",
        "2027-01-04T10:05:00+09:00, 1월 4일(월) 10시 5분까지"
    })
    void aDeadlineIsSaidAsPeopleSayIt(String dueAt, String said) {
        ObjectNode body = Examples.body("complaint.assigned.v1", id, 2).put("dueAt", dueAt);
        Run run = on(submitted(), Examples.event("complaint.assigned.v1", id, body, null));
        assertThat(run.message().content().text()).contains(said);
    }

    @Test
    void aSecondDepartmentIsToldAsASecondStep() {
        CaseRecord once = on(submitted(), "complaint.assigned.v1", 2).next();
        Run twice = on(once, "complaint.assigned.v1", 3);
        assertThat(twice.message().id()).isEqualTo(id + "/assigned.2/reporter");
        assertThat(twice.message().previous()).isEqualTo(id + "/assigned.1/reporter");
    }

    @Test
    void anAnswerNamesOutcomeOfficerAndContact() {
        Run run = on(submitted(), "complaint.answered.v1", 4);
        assertThat(run.message().content().text()).contains("수용", "건설과", "건설과 담당", "062-000-0000");
        assertThat(run.message().step()).isEqualTo("answered.1");
    }

    @Test
    void aWithdrawalIsConfirmed() {
        Run run = on(submitted(), "complaint.withdrawn.v1", 3);
        assertThat(run.message().step()).isEqualTo("withdrawn.1");
        assertThat(run.message().content().text()).contains("취하");
    }

    @Test
    void withoutConsentNothingIsSentAndTheCaseStillWorks() {
        ObjectNode body = Examples.body("complaint.submitted.v1", id, 1).put("smsConsent", false);
        Run first = on(null, Examples.event("complaint.submitted.v1", id, body, null));
        Run second = on(first.next(), "complaint.assigned.v1", 2);
        assertThat(first.stored()).isEmpty();
        assertThat(second.stored()).isEmpty();
        assertThat(second.next().departmentId()).isEqualTo("construction");
        assertThat(second.next().next(kr.minwon.notification.message.Step.ASSIGNED))
                .isEqualTo("assigned.2");
    }

    @Test
    void theSameEventAgainFindsItsMessageAndMakesNoOther() {
        Message first = on(null, "complaint.submitted.v1", 1).message();
        store.advance(first, first.sending("1", "smpp", NOW));
        Run again = on(null, "complaint.submitted.v1", 1);
        assertThat(again.message().state()).isEqualTo(MessageState.SENDING);
        assertThat(again.next()).isEqualTo(submitted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaint.started.v1",
                "complaint.closed.v1",
                "complaint.assigned.v2",
                "complaint.snapshot.v1",
                "complaint.invented.v1"
            })
    void typesThatAreNotNeededAndLaterVersionsArePassedOver(String type) {
        ObjectNode body = Examples.JSON.createObjectNode().put("sequence", 2).put("department", "changed its shape");
        Run run = on(submitted(), Examples.event(type, id, body, null));
        assertThat(run.outcome().next()).isNull();
        assertThat(run.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaint.submitted.v1",
                "complaint.assigned.v1",
                "complaint.answered.v1",
                "complaint.withdrawn.v1"
            })
    void aFieldThatIsNotKnownIsIgnored(String type) {
        CaseRecord current = type.endsWith("submitted.v1") ? null : submitted();
        ObjectNode body = Examples.body(type, id, 2);
        body.putObject("unheardOf").put("deep", true);
        body.put("more", 7);
        assertThat(on(current, Examples.event(type, id, body, null)).stored()).hasSize(1);
    }

    @Test
    void eventsOfACaseThatIsNotKnownDoNothing() {
        Stream.of("complaint.assigned.v1", "complaint.answered.v1", "complaint.withdrawn.v1")
                .forEach(type ->
                        assertThat(on(null, type, 2).outcome().next()).as(type).isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "complaint.submitted.v1, complaintId",
        "complaint.submitted.v1, officeId",
        "complaint.submitted.v1, receiptNumber",
        "complaint.submitted.v1, reporter",
        "complaint.submitted.v1, smsConsent",
        "complaint.submitted.v1, submittedAt",
        "complaint.assigned.v1, department",
        "complaint.assigned.v1, dueAt",
        "complaint.assigned.v1, assignedAt",
        "complaint.answered.v1, outcome",
        "complaint.answered.v1, department",
        "complaint.answered.v1, answeredAt",
        "complaint.withdrawn.v1, withdrawnAt"
    })
    void aKnownTypeWithoutAFieldThatIsNeededIsPoison(String type, String field) {
        ObjectNode body = Examples.body(type, id, 2);
        body.remove(field);
        assertPoison(type, body);
        body.put(field, "\u0000 not what it was");
        if (!field.equals("outcome") && !field.equals("officeId") && !field.equals("receiptNumber")) {
            assertPoison(type, body);
        }
    }

    private void assertPoison(String type, ObjectNode body) {
        CaseRecord current = type.endsWith("submitted.v1") ? null : submitted();
        IncomingEvent event = Examples.event(type, id, body, null);
        assertThatThrownBy(() -> on(current, event))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageNotContaining("건설과");
    }

    @Test
    void anAnswerWithoutAnOfficerStillReads() {
        ObjectNode body = Examples.body("complaint.answered.v1", id, 4);
        body.remove("officer");
        Run run = on(submitted(), Examples.event("complaint.answered.v1", id, body, null));
        assertThat(run.message().content().text()).contains("건설과 담당자 062-000-0000");
    }
}
