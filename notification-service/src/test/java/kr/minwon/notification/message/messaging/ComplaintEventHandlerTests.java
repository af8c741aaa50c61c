package kr.minwon.notification.message.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.Seeded;
import kr.minwon.notification.dispatch.StoredMessages;
import kr.minwon.notification.message.AnswerLinks;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.message.QuietSettings;
import kr.minwon.notification.message.Standing;
import kr.minwon.notification.message.Step;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.Outcome;
import kr.minwon.outbox.UnreadableEvent;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What the events of the contracts make of a case and its texts. */
class ComplaintEventHandlerTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:12:32Z");
    private static final String TOKEN = "261148219375s1-AAECAwQFBgcICQoL";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /** Fields that any text fits. */
    private static final Set<String> ANY_TEXT =
            Set.of("outcome", "officeId", "receiptNumber", "request", "reason", "agency");

    private final Map<String, String> refused = new HashMap<>();
    private final String id = MessageMother.complaintId();
    private final Messages store = StoredMessages.empty();
    private final FieldSealer sealer = new FieldSealer(KeyRing.of("f1", new byte[32]));
    private final AnswerLinks links =
            new AnswerLinks("https://minwon.seogu.example", token -> sealer.open("link", token));
    private final Notices notices = new Notices(
            Seeded.templates(), links, QuietSettings.NONE, MessageMother.NO_BURSTS, Clock.fixed(NOW, ZoneOffset.UTC));

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
        ComplaintEventHandler handler = new ComplaintEventHandler(store, notices, refused::put);
        Outcome<CaseRecord> outcome = handler.on(current, event);
        return new Run(outcome, handler.stored());
    }

    private Run on(@Nullable CaseRecord current, String type, long sequence) {
        return on(current, Examples.event(type, id, body(type, sequence), null));
    }

    private Run on(@Nullable CaseRecord current, String type, ObjectNode body) {
        return on(current, Examples.event(type, id, body, null));
    }

    /** The example; a link in it can be opened. */
    private ObjectNode body(String type, long sequence) {
        ObjectNode body = Examples.body(type, id, sequence);
        return body.has("link") ? body.put("link", sealer.seal("link", TOKEN)) : body;
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
    void whoFiledInEnglishIsToldInEnglishThroughout() {
        ObjectNode body = Examples.body("complaint.submitted.v1", id, 1).put("language", "en");
        Run filed = on(null, "complaint.submitted.v1", body);
        assertThat(filed.message().content().text())
                .isEqualTo("[Seo-gu Office] We have received your petition.\nNo. 2611-4821-9375");
        assertThat(filed.message().content().templateVersion()).isEqualTo("received-en-1");

        Run assigned = on(filed.next(), "complaint.assigned.v1", 2);
        assertThat(assigned.message().content().text()).contains("건설과", "062-000-0000", "Due: Thu, 26 Nov, 10:12");
        assertThat(on(assigned.next(), "complaint.answered.v1", 3)
                        .message()
                        .content()
                        .text())
                .contains("has been answered: accepted");
        assertThat(on(filed.next(), "complaint.supplement-requested.v1", 4)
                        .message()
                        .content()
                        .text())
                .containsPattern("By: \\w{3}, \\d+ \\w{3}\n")
                .contains("/s/" + TOKEN);
    }

    @Test
    void whoAsksForALanguageThatNoTextIsInIsToldInKorean() {
        ObjectNode body = Examples.body("complaint.submitted.v1", id, 1).put("language", "fr");
        assertThat(on(null, "complaint.submitted.v1", body).next().language()).isEqualTo("ko");
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
    void whatIsFiledToBeAcceptedByHandIsToldOnceMoreWhenItIs() {
        ObjectNode body = Examples.body("complaint.submitted.v1", id, 1).put("status", "filed");
        Run filed = on(null, "complaint.submitted.v1", body);
        Run accepted = on(filed.next(), "complaint.accepted.v1", 2);

        assertThat(filed.message().step()).isEqualTo("filed.1");
        assertThat(filed.message().content().text()).contains("신청");
        assertThat(accepted.message().step()).isEqualTo("received.1");
        assertThat(accepted.message().content().text()).contains("접수되었습니다");
    }

    @ParameterizedTest
    @CsvSource({
        "complaint.changed.v1, changed.1, 고치거나",
        "complaint.progress.v1, progress.1, 062-000-0000",
        "complaint.merged.v1, merged.5, 같은 가로등에 대한 민원입니다.",
        "complaint.continued.v1, continued.5, 건설과"
    })
    void theRestOfTheProcedureIsTold(String type, String step, String said) {
        Run run = on(submitted(), type, 5);

        assertThat(run.message().step()).isEqualTo(step);
        assertThat(run.message().content().text()).contains("2611-4821-9375", said);
    }

    @Test
    void aRepeatIsToldWhyItIsClosed() {
        ObjectNode body = Examples.body("complaint.closed.v1", id, 5)
                .put("reason", "repeat")
                .put("explanation", "두 번 답변드렸습니다.");
        body.setAll((ObjectNode) Examples.JSON.readTree("""
                {"department":{"id":"construction","name":"건설과","contact":"062-000-0000"},
                 "officer":{"id":"acc-1","name":"건설과 담당"}}"""));

        Run run = on(submitted(), "complaint.closed.v1", body);

        assertThat(run.message().step()).isEqualTo("closed.5");
        assertThat(run.message().content().text()).contains("제23조", "두 번 답변드렸습니다.");
        assertThat(on(submitted(), "complaint.closed.v1", 5).stored())
                .as("a rating is not told")
                .isEmpty();
    }

    @Test
    void aReopenedCaseIsToldWithItsNewDeadline() {
        ObjectNode body = Examples.body("complaint.deadline-changed.v1", id, 7)
                .put("cause", "reopened")
                .put("reason", "이의신청을 받아 10일 안에 결정합니다.");

        Run run = on(submitted(), "complaint.deadline-changed.v1", body);

        assertThat(run.message().step()).isEqualTo("reopened.7");
        assertThat(run.message().content().text()).contains("다시 처리", "이의신청", "12월 2일");
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
        assertThat(second.next().next(Step.ASSIGNED, 1)).isEqualTo(2);
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
                "complaint.reopened.v1",
                "complaint.consent-answered.v1",
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
                "complaint.withdrawn.v1",
                "complaint.supplement-requested.v1",
                "complaint.supplemented.v1",
                "complaint.extended.v1",
                "complaint.deadline-changed.v1",
                "complaint.consent-requested.v1",
                "complaint.returned.v1",
                "complaint.transferred.v1"
            })
    void aFieldThatIsNotKnownIsIgnored(String type) {
        CaseRecord current = type.endsWith("submitted.v1") ? null : submitted();
        ObjectNode body = body(type, 2);
        body.putObject("unheardOf").put("deep", true);
        body.put("more", 7);
        assertThat(on(current, Examples.event(type, id, body, null)).stored()).hasSize(1);
    }

    @Test
    void eventsOfACaseThatIsNotKnownDoNothing() {
        Stream.of(
                        "complaint.assigned.v1",
                        "complaint.answered.v1",
                        "complaint.withdrawn.v1",
                        "complaint.supplement-requested.v1",
                        "complaint.supplemented.v1",
                        "complaint.extended.v1",
                        "complaint.deadline-changed.v1",
                        "complaint.consent-requested.v1",
                        "complaint.returned.v1",
                        "complaint.transferred.v1")
                .forEach(type -> {
                    Run run = on(null, type, 2);
                    assertThat(run.outcome().next()).as(type).isNull();
                    assertThat(run.stored()).as(type).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "complaint.submitted.v1, complaintId",
        "complaint.submitted.v1, officeId",
        "complaint.submitted.v1, receiptNumber",
        "complaint.submitted.v1, reporter",
        "complaint.submitted.v1, smsConsent",
        "complaint.submitted.v1, submittedAt",
        "complaint.started.v1, officer",
        "complaint.assigned.v1, department",
        "complaint.assigned.v1, dueAt",
        "complaint.assigned.v1, assignedAt",
        "complaint.answered.v1, outcome",
        "complaint.answered.v1, department",
        "complaint.answered.v1, answeredAt",
        "complaint.withdrawn.v1, withdrawnAt",
        "complaint.supplement-requested.v1, supplement",
        "complaint.supplement-requested.v1, request",
        "complaint.supplement-requested.v1, answerBy",
        "complaint.supplement-requested.v1, department",
        "complaint.supplement-requested.v1, officer",
        "complaint.supplement-requested.v1, requestedAt",
        "complaint.supplement-requested.v1, link",
        "complaint.supplemented.v1, supplement",
        "complaint.supplemented.v1, department",
        "complaint.supplemented.v1, suppliedAt",
        "complaint.extended.v1, extension",
        "complaint.extended.v1, reason",
        "complaint.extended.v1, dueAt",
        "complaint.extended.v1, department",
        "complaint.extended.v1, officer",
        "complaint.extended.v1, extendedAt",
        "complaint.deadline-changed.v1, reason",
        "complaint.deadline-changed.v1, dueAt",
        "complaint.deadline-changed.v1, department",
        "complaint.deadline-changed.v1, changedAt",
        "complaint.consent-requested.v1, extension",
        "complaint.consent-requested.v1, reason",
        "complaint.consent-requested.v1, dueAt",
        "complaint.consent-requested.v1, department",
        "complaint.consent-requested.v1, officer",
        "complaint.consent-requested.v1, requestedAt",
        "complaint.consent-requested.v1, link",
        "complaint.returned.v1, reason",
        "complaint.returned.v1, department",
        "complaint.returned.v1, officer",
        "complaint.returned.v1, returnedAt",
        "complaint.transferred.v1, agency",
        "complaint.transferred.v1, reason",
        "complaint.transferred.v1, department",
        "complaint.transferred.v1, transferredAt"
    })
    void aKnownTypeWithoutAFieldThatIsNeededIsPoison(String type, String field) {
        ObjectNode body = body(type, 2);
        body.remove(field);
        assertPoison(type, body);
        body.put(field, "\u0000 not what it was");
        if (!ANY_TEXT.contains(field)) {
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

    private String text(String type) {
        return on(submitted(), type, 5).message().content().text();
    }

    @Test
    void aSupplementIsAskedForWithItsDateOfficerAndLink() {
        Message message =
                on(submitted(), "complaint.supplement-requested.v1", 5).message();
        assertThat(message.id()).isEqualTo(id + "/supplement.1/reporter");
        assertThat(message.previous()).isEqualTo(id + "/received.1/reporter");
        assertThat(message.eventAt()).isEqualTo(Instant.parse("2026-11-24T00:30:00Z"));
        assertThat(message.content().templateVersion()).isEqualTo("supplement-ko-1");
        assertThat(message.content().text()).isEqualTo("""
                        [서구청] 민원 2611-4821-9375 보완을 요청합니다.
                        요청: 꺼진 보안등의 사진을 보내 주세요.
                        기한: 12월 4일(금)까지
                        보완하기: https://minwon.seogu.example/s/261148219375s1-AAECAwQFBgcICQoL
                        담당: 건설과 건설과 담당 062-000-0000""");
    }

    @Test
    void aSupplementThatCameIsConfirmed() {
        assertThat(text("complaint.supplemented.v1")).isEqualTo("""
                        [서구청] 민원 2611-4821-9375 보완 내용이 접수되어 처리기간이 다시 진행됩니다.
                        담당: 건설과 담당자 062-000-0000""");
    }

    /** 민원처리법 시행령 §21, §31. */
    @Test
    void anExtensionIsToldWithReasonNewDateAndOfficer() {
        assertThat(text("complaint.extended.v1")).isEqualTo("""
                        [서구청] 민원 2611-4821-9375 처리기간이 연장되었습니다.
                        사유: 부품을 주문했습니다.
                        처리기한: 12월 10일(목) 18시까지
                        담당: 건설과 건설과 담당 062-000-0000""");
    }

    @Test
    void aDeadlineThatWasCountedAgainIsToldUnderItsOwnNumber() {
        Message message = on(submitted(), "complaint.deadline-changed.v1", 7).message();
        assertThat(message.id()).isEqualTo(id + "/deadline.7/reporter");
        assertThat(message.content().text()).isEqualTo("""
                        [서구청] 민원 2611-4821-9375 처리기한이 바뀌었습니다.
                        사유: 11월 25일(수)이 쉬는 날(임시공휴일)이 되어 처리기한을 다시 정했습니다.
                        처리기한: 12월 2일(수) 18시까지
                        담당: 건설과 062-000-0000""");
    }

    @Test
    void consentIsAskedForWithProposedDateReasonAndLink() {
        Message message = on(submitted(), "complaint.consent-requested.v1", 5).message();
        assertThat(message.id()).isEqualTo(id + "/consent.2/reporter");
        assertThat(message.content().text()).isEqualTo("""
                        [서구청] 민원 2611-4821-9375 처리기간을 다시 연장하려면 동의가 필요합니다.
                        사유: 부품이 아직 오지 않았습니다.
                        연장할 기한: 12월 21일(월) 18시까지
                        동의 여부 알리기: https://minwon.seogu.example/s/261148219375s1-AAECAwQFBgcICQoL
                        담당: 건설과 건설과 담당 062-000-0000""");
    }

    @Test
    void aReturnIsToldWithItsReason() {
        assertThat(text("complaint.returned.v1")).isEqualTo("""
                        [서구청] 민원 2611-4821-9375 반려되었습니다.
                        사유: 두 번 요청한 사진을 받지 못했습니다.
                        자료를 갖추어 다시 신청하실 수 있습니다.
                        담당: 건설과 건설과 담당 062-000-0000""");
    }

    @Test
    void aTransferNamesTheAgencyAndTheReason() {
        assertThat(text("complaint.transferred.v1")).isEqualTo("""
                        [서구청] 민원 2611-4821-9375 다른 기관으로 이송되었습니다.
                        이송 기관: 광주광역시청
                        사유: 시에서 관리하는 도로입니다.
                        문의: 건설과 담당자 062-000-0000""");
    }

    @ParameterizedTest
    @CsvSource({
        "complaint.supplement-requested.v1, supplement, 1, supplement.1",
        "complaint.supplement-requested.v1, supplement, 2, supplement.2",
        "complaint.supplemented.v1, supplement, 2, supplemented.2",
        "complaint.extended.v1, extension, 1, extended.1",
        "complaint.extended.v1, extension, 2, extended.2",
        "complaint.consent-requested.v1, extension, 2, consent.2",
        "complaint.returned.v1, sequence, 9, returned.1",
        "complaint.transferred.v1, sequence, 9, transferred.1"
    })
    void theEventsOwnNumberIsInTheIdAndAReReadFindsTheSameMessage(String type, String field, int number, String step) {
        ObjectNode body = body(type, 5).put(field, number);
        CaseRecord before = submitted();
        Run first = on(before, type, body);
        assertThat(first.message().id()).isEqualTo(id + "/" + step + "/reporter");
        assertThat(first.next().messageIds()).contains(first.message().id());
        store.advance(first.message(), first.message().sending("1", "smpp", NOW));

        Run again = on(before, type, body);

        assertThat(again.message().id()).isEqualTo(first.message().id());
        assertThat(again.message().state()).isEqualTo(MessageState.SENDING);
        assertThat(again.next()).isEqualTo(first.next());
    }

    @Test
    void theProcedureIsToldOneAfterTheOther() {
        Run asked = on(submitted(), "complaint.supplement-requested.v1", 2);
        Run came = on(asked.next(), "complaint.supplemented.v1", 3);
        Run extended = on(came.next(), "complaint.extended.v1", 4);
        assertThat(came.message().previous()).isEqualTo(asked.message().id());
        assertThat(extended.message().previous()).isEqualTo(came.message().id());
    }

    /** Routing proposes it again under the same number once it was declined. */
    @Test
    void aConsentThatIsAskedForAgainIsToldAgain() {
        Run declined = on(submitted(), "complaint.consent-requested.v1", 5);
        Run again = on(declined.next(), "complaint.consent-requested.v1", 7);
        assertThat(again.message().id()).isEqualTo(id + "/consent.3/reporter");
        assertThat(again.message().previous()).isEqualTo(id + "/consent.2/reporter");
        assertThat(again.message().state()).isEqualTo(MessageState.QUEUED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100, Integer.MAX_VALUE})
    void aNumberThatNoRequestHasIsPoison(int number) {
        assertPoison(
                "complaint.supplement-requested.v1",
                body("complaint.supplement-requested.v1", 2).put("supplement", number));
        assertPoison("complaint.extended.v1", body("complaint.extended.v1", 2).put("extension", number));
    }

    @Test
    void aLinkThatWasAlteredOrSealedForSomethingElseIsPoison() {
        for (String type : List.of("complaint.supplement-requested.v1", "complaint.consent-requested.v1")) {
            assertPoison(type, Examples.body(type, id, 2));
            assertPoison(type, body(type, 2).put("link", sealer.seal("reporter.phone", TOKEN)));
            assertPoison(type, body(type, 2).put("link", sealer.seal("link", TOKEN) + "A"));
            assertPoison(type, body(type, 2).put("link", sealer.seal("link", "a b")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaint.supplement-requested.v1",
                "complaint.supplemented.v1",
                "complaint.extended.v1",
                "complaint.consent-requested.v1",
                "complaint.returned.v1",
                "complaint.transferred.v1"
            })
    void withoutConsentTheProcedureIsNotToldAndNoLinkIsOpened(String type) {
        ObjectNode body = Examples.body("complaint.submitted.v1", id, 1).put("smsConsent", false);
        CaseRecord silent = on(null, "complaint.submitted.v1", body).next();
        Run run = on(silent, type, Examples.body(type, id, 2));
        assertThat(run.stored()).isEmpty();
        assertThat(run.next().steps()).hasSize(2);
        assertThat(run.next().lastMessageId()).isNull();
    }

    @Test
    void aLongRequestIsCutAndNothingElse() {
        ObjectNode body = body("complaint.supplement-requested.v1", 2).put("request", "꺼진보안등과가로등\n".repeat(100));
        String text = on(submitted(), "complaint.supplement-requested.v1", body)
                .message()
                .content()
                .text();
        assertThat(text)
                .hasLineCount(5)
                .containsPattern("요청: 꺼진보안등과가로등 꺼진.*…\n기한: 12월 4일\\(금\\)까지\n")
                .contains("/s/" + TOKEN + "\n")
                .endsWith("담당: 건설과 건설과 담당 062-000-0000");
        assertThat(SmsText.encode(text).orElseThrow().length).isBetween(1_900, SmsText.LMS_BYTES);
    }

    @Test
    void whatATextMeansIsToldByHowFarItsCaseIs() {
        CaseRecord filed = on(null, "complaint.submitted.v1", 1).next();
        assertThat(filed.contactId()).isNotNull();
        assertThat(filed.standing().phase()).isEqualTo(Standing.Phase.OPEN);
        CaseRecord asked = on(filed, "complaint.supplement-requested.v1", 2).next();
        assertThat(asked.standing().supplementAsked()).isTrue();
        assertThat(on(asked, "complaint.supplemented.v1", 3).next().standing().supplementAsked())
                .isFalse();
        CaseRecord consent = on(filed, "complaint.consent-requested.v1", 2).next();
        assertThat(consent.standing().consentAsked()).isTrue();
        CaseRecord answered = on(consent, "complaint.answered.v1", 3).next();
        assertThat(answered.standing().phase()).isEqualTo(Standing.Phase.ANSWERED);
        assertThat(answered.standing().consentAsked()).isFalse();
        ObjectNode rated = body("complaint.closed.v1", 4).put("reason", "rated");
        assertThat(on(answered, "complaint.closed.v1", rated).next().standing().phase())
                .isEqualTo(Standing.Phase.RATED);
        assertThat(on(answered, "complaint.reopened.v1", 4).next().standing().phase())
                .isEqualTo(Standing.Phase.OPEN);
        assertThat(on(filed, "complaint.withdrawn.v1", 2).next().standing().phase())
                .isEqualTo(Standing.Phase.ENDED);
    }

    @Test
    void whoHasTheCaseIsKnownUntilItIsAnothers() {
        CaseRecord assigned = on(submitted(), "complaint.assigned.v1", 2).next();
        assertThat(assigned.officerId()).isNull();
        Run started = on(assigned, "complaint.started.v1", 3);
        assertThat(started.next().officerId()).isEqualTo("acc-construction-1");
        assertThat(started.stored()).as("residents are not told").isEmpty();
        assertThat(on(started.next(), "complaint.reopened.v1", 5).next().officerId())
                .isNull();
        assertThat(on(started.next(), "complaint.assigned.v1", 4).next().officerId())
                .isNull();
        assertThat(on(null, "complaint.started.v1", 3).outcome().next()).isNull();
    }

    @Test
    void whatWasFiledByATextIsAnsweredWithALinkForTheRest() {
        ObjectNode body =
                body("complaint.submitted.v1", 1).put("channel", "text").put("link", sealer.seal("link", TOKEN));
        Run run = on(null, "complaint.submitted.v1", body);
        assertThat(run.message().step()).isEqualTo("texted.1");
        assertThat(run.message().content().text()).contains("https://minwon.seogu.example/s/" + TOKEN);
    }

    @Test
    void aTextThatItsCaseCouldNotTakeIsGivenBack() {
        CaseRecord filed = on(null, "complaint.submitted.v1", 1).next();
        ObjectNode body = body("complaint.texted.v1", 2).put("refusal", "reopening-too-late");
        on(filed, "complaint.texted.v1", body);
        assertThat(refused).containsValue("reopening-too-late");
        refused.clear();
        body.remove("refusal");
        on(filed, "complaint.texted.v1", body);
        assertThat(refused).isEmpty();
    }

    @Test
    void nobodyIsToldOfADraft() {
        Run run = on(submitted(), "complaint.draft-changed.v1", 2);
        assertThat(run.outcome().next()).as("only its sequence counts").isNull();
        assertThat(run.stored()).isEmpty();
    }
}
