package kr.minwon.notification.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kr.minwon.notification.consent.ConsentEntry;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.MemoryConsents;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.dispatch.HandClock;
import kr.minwon.notification.dispatch.MemoryCases;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTests {
    private static final String PHONE = MessageMother.PHONE;
    private static final String OFFICE_NUMBER = "0623607114";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T01:00:00Z"));
    private final MemoryCases cases = new MemoryCases();
    private final Templates templates = MessageMother.templates();
    private final ConsentLedger ledger = new ConsentLedger(new MemoryConsents(), cases, templates, clock);
    private final Replies replies = new Replies(ledger, templates);

    private Replies.Meaning text(String words) {
        return replies.on(new InboundText(PHONE, OFFICE_NUMBER, words));
    }

    /** A text about a case that was filed with consent just now. */
    private Message filed() {
        Message message = MessageMother.received();
        cases.put(CaseRecord.opened(message.ofCase(), PHONE, true, clock.instant()));
        return message;
    }

    @ParameterizedTest
    @ValueSource(strings = {"수신거부", " 수신 거부 ", "그만", "그만!", "STOP", "stop.", "[수신거부]", "무료수신거부\r\n"})
    void whoWantsNoMoreTextsGetsNone(String words) {
        Message message = filed();
        clock.pass(Duration.ofMinutes(1));
        assertThat(text(words)).isEqualTo(Replies.Meaning.OPTED_OUT);
        assertThat(ledger.refusal(message, PHONE)).map(Reason::cause).contains(Cause.OPTED_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "거부", "그만두지 마세요", "수신거부하려면 어떻게 하나요", "STOP it", "5", "감사합니다", "\uD83D", "\u202E그만\u202Ca"})
    void anythingElseIsNoOptOut(String words) {
        Message message = filed();
        assertThat(text(words)).isEqualTo(Replies.Meaning.NOT_UNDERSTOOD);
        assertThat(ledger.refusal(message, PHONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "120", "0623607114", "MINWON", "010123456789"})
    void ofNobodyNothingIsWritten(String from) {
        assertThat(replies.on(new InboundText(from, OFFICE_NUMBER, "그만"))).isEqualTo(Replies.Meaning.OF_NOBODY);
        assertThat(ledger.of("seogu", from)).isEmpty();
    }

    @Test
    void theSameTextAgainWritesNothingMore() {
        text("그만");
        clock.pass(Duration.ofMinutes(1));
        text("수신거부");
        assertThat(ledger.of("seogu", PHONE)).hasSize(1);
    }

    @Test
    void whoFilesAgainWithConsentIsToldOfThatCaseOnly() {
        Message before = filed();
        clock.pass(Duration.ofMinutes(1));
        text("그만");
        clock.pass(Duration.ofMinutes(1));
        Message after = filed();
        assertThat(ledger.refusal(before, PHONE)).isPresent();
        assertThat(ledger.refusal(after, PHONE)).isEmpty();
    }

    @Test
    void whoWantsTextsAgainGetsThem() {
        Message message = filed();
        text("그만");
        clock.pass(Duration.ofMinutes(1));
        ledger.record("seogu", PHONE, Purpose.CASE_NOTICES, true, ConsentEntry.Channel.VERIFIED_PHONE, "page-1");
        assertThat(ledger.refusal(message, PHONE)).isEmpty();
        assertThat(ledger.of("seogu", PHONE)).extracting(ConsentEntry::given).containsExactly(false, true);
    }

    @Test
    void whatWasSaidLastCountsThoughAClockIsBehind() {
        Message message = filed();
        text("그만");
        clock.pass(Duration.ofMinutes(-10));
        ledger.record("seogu", PHONE, Purpose.CASE_NOTICES, true, ConsentEntry.Channel.VERIFIED_PHONE, "page-1");
        assertThat(ledger.refusal(message, PHONE)).isEmpty();
    }

    @Test
    void aNumberThatNoOfficeHasCountsForAll() {
        Message message = filed();
        replies.on(new InboundText(PHONE, "0800000000", "그만"));
        assertThat(ledger.refusal(message, PHONE)).isPresent();
    }

    @Test
    void codesAreSentWhateverWasSaid() {
        text("그만");
        assertThat(ledger.refusal(MessageMother.code("1"), PHONE)).isEmpty();
    }

    @Test
    void anotherPhoneIsNotConcerned() {
        Message message = filed();
        text("그만");
        assertThat(ledger.refusal(message, "01099999999")).isEmpty();
    }
}
