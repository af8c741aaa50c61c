package kr.minwon.notification.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.minwon.notification.consent.ConsentEntry.Channel;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.MemoryConsents;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.dispatch.HandClock;
import kr.minwon.notification.dispatch.MemoryCases;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.MailingPart;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.QuietSettings;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked when a text's turn has come, whatever was so when it was queued. */
class MailingWishesTests {
    private static final String PHONE = MessageMother.PHONE;
    private static final String OTHER = "01087654321";
    private static final Purpose NEWS = new Purpose("news/safety");

    private final HandClock clock = new HandClock(MailingMother.AT);
    private final MemoryMailings mailings = new MemoryMailings();
    private final ConsentLedger ledger =
            new ConsentLedger(new MemoryConsents(), new MemoryCases(), MessageMother.templates(), clock);

    private MailingWishes wishes(String officeHours) {
        MailingSettings settings = new MailingSettings(
                Duration.ofSeconds(1), 10, 10, Duration.ofMinutes(10), Duration.ofDays(3), officeHours, Map.of());
        return new MailingWishes(
                ledger, mailings, settings, new QuietSettings("22:00-07:00", Map.of()), phone -> phone, clock);
    }

    private static Message text(boolean advertising) {
        return MessageMother.of(
                new MailingPart("m1", "seogu", NEWS.name(), advertising, false, "construction"), "c1:x");
    }

    private void say(Purpose purpose, boolean given) {
        ledger.record("seogu", PHONE, purpose, given, Channel.VERIFIED_PHONE, "sms-1");
    }

    private Instant seoul(String time) {
        return Instant.parse("2026-11-23T" + time + ":00+09:00");
    }

    @Test
    void whoWithdrewAfterItWasQueuedIsNotTold() {
        MailingWishes wishes = wishes("");
        assertThat(wishes.refusal(text(false), PHONE)).map(Reason::cause).contains(Cause.OPTED_OUT);
        say(NEWS, true);
        assertThat(wishes.refusal(text(false), PHONE)).isEmpty();
        say(NEWS, false);
        assertThat(wishes.refusal(text(false), PHONE)).map(Reason::cause).contains(Cause.OPTED_OUT);
    }

    @Test
    void whoDropsTheDongOfAMailingAfterItWasQueuedIsNotTold() {
        Letter to2dong = new Letter("safety", List.of("29140770"), null, "화정2동 단수", false, null);
        mailings.add(MailingMother.written(
                "m1", "seogu", null, to2dong, NEWS.name(), MailingMother.by(Mailing.WRITTEN, "a")));
        MailingWishes wishes = wishes("");
        choose("29140760", "29140770");
        assertThat(wishes.refusal(text(false), PHONE)).isEmpty();
        choose("29140760");
        assertThat(wishes.refusal(text(false), PHONE))
                .contains(new Reason("no consent to news/safety of 29140770", Cause.OPTED_OUT));
        // All of them.
        choose();
        assertThat(wishes.refusal(text(false), PHONE)).isEmpty();
    }

    @Test
    void aMailingToEverybodyAsksForNoDongNorDoesWhatWasSaidBeforeTheyWereKept() {
        MailingWishes wishes = wishes("");
        choose("29140760");
        mailings.add(MailingMother.in(MailingState.SENDING));
        assertThat(wishes.refusal(text(false), PHONE)).isEmpty();

        Letter to2dong = new Letter("safety", List.of("29140770"), null, "화정2동 단수", false, null);
        mailings.change(
                "m1",
                one -> new Mailings.Change<>(
                        MailingMother.written(
                                "m1", "seogu", null, to2dong, NEWS.name(), MailingMother.by(Mailing.WRITTEN, "a")),
                        true));
        clock.pass(Duration.ofSeconds(1));
        assertThat(wishes.refusal(text(false), PHONE)).isPresent();
        assertThat(wishes.refusal(text(false), OTHER)).map(Reason::cause).contains(Cause.OPTED_OUT);
        ledger.record("seogu", OTHER, NEWS, true, Channel.VERIFIED_PHONE, "sms-1: 화정1동");
        assertThat(wishes.refusal(text(false), OTHER)).isEmpty();
    }

    private void choose(String... dongs) {
        ledger.record("seogu", PHONE, NEWS, true, Channel.VERIFIED_PHONE, "sms-1", List.of(dongs));
    }

    @Test
    void advertisingAsksForAConsentOfItsOwn() {
        MailingWishes wishes = wishes("");
        say(NEWS, true);
        assertThat(wishes.refusal(text(true), PHONE)).map(Reason::cause).contains(Cause.OPTED_OUT);
        say(Purpose.ADS, true);
        assertThat(wishes.refusal(text(true), PHONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"07:59,08:00", "08:00,", "20:59,", "21:00,next", "23:59,next"})
    void advertisingIsHeldAtNightWhateverTheOfficeSays(String now, String until) {
        mailings.add(MailingMother.in(MailingState.SENDING));
        clock.pass(Duration.between(clock.instant(), seoul(now)));
        Instant expected =
                until == null ? null : until.equals("next") ? seoul("08:00").plus(Duration.ofDays(1)) : seoul(until);
        assertThat(wishes("").heldUntil(text(true), Urgency.BULK).orElse(null)).isEqualTo(expected);
        assertThat(wishes("").heldUntil(text(false), Urgency.BULK)).isEmpty();
        assertThat(wishes("21:00-08:00").heldUntil(text(false), Urgency.BULK).orElse(null))
                .isEqualTo(expected);

        say(Purpose.ADS_AT_NIGHT, true);
        assertThat(wishes("").heldUntil(text(true), Urgency.BULK)).isEmpty();
        // The office's own hours stand whatever somebody agreed to.
        assertThat(wishes("21:00-08:00").heldUntil(text(true), Urgency.BULK).orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void whatIsUrgentGoesAtNightUnlessItIsPaused() {
        mailings.add(MailingMother.in(MailingState.SENDING));
        clock.pass(Duration.between(clock.instant(), seoul("23:00")));
        MailingWishes wishes = wishes("21:00-08:00");
        Message urgent = MessageMother.ofUrgentMailing("m1", "c1:x");
        assertThat(wishes.heldUntil(urgent, Urgency.ALERT)).isEmpty();
        mailings.change("m1", one -> new Mailings.Change<>(MailingMother.in(MailingState.PAUSED), true));
        clock.pass(Duration.ofSeconds(1));
        assertThat(wishes.heldUntil(urgent, Urgency.ALERT)).isPresent();
    }

    @Test
    void noAdvertisingIsUrgent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailingPart("m1", "seogu", NEWS.name(), true, true, null));
    }

    @Test
    void aPauseTakesEffectOnWhatIsQueuedWithinASecond() {
        mailings.add(MailingMother.in(MailingState.SENDING));
        MailingWishes wishes = wishes("");
        assertThat(wishes.heldUntil(text(false), Urgency.BULK)).isEmpty();
        mailings.change("m1", one -> new Mailings.Change<>(MailingMother.in(MailingState.PAUSED), true));
        clock.pass(Duration.ofSeconds(1));
        assertThat(wishes.heldUntil(text(false), Urgency.BULK))
                .contains(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(wishes.refusal(text(false))).isEmpty();

        mailings.change("m1", one -> new Mailings.Change<>(MailingMother.in(MailingState.CANCELLED), true));
        clock.pass(Duration.ofSeconds(1));
        assertThat(wishes.refusal(text(false))).map(Reason::cause).contains(Cause.CALLED_OFF);
    }

    @ParameterizedTest
    @EnumSource(MailingState.class)
    void whatWasNeverTakenGoesAgainOnlyWhileTheMailingIsNotOver(MailingState state) {
        mailings.add(MailingMother.in(state));
        assertThat(wishes("").mayGoAgain(text(false))).isEqualTo(!state.isOver());
    }

    @Test
    void noticesOfCasesHaveHoursOfTheirOwn() {
        Message notice = MessageMother.wanted(Urgency.NOTICE);
        clock.pass(Duration.between(clock.instant(), seoul("21:59")));
        assertThat(wishes("21:00-08:00").heldUntil(notice, Urgency.NOTICE)).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        MailingWishes night = wishes("");
        Instant morning = seoul("07:00").plus(Duration.ofDays(1));
        assertThat(night.heldUntil(notice, Urgency.NOTICE)).contains(morning);
        assertThat(night.heldUntil(MessageMother.digest(List.of(notice, notice)), Urgency.NOTICE))
                .contains(morning);
        assertThat(night.heldUntil(notice, Urgency.URGENT))
                .as("something urgent waits for it")
                .isEmpty();
        assertThat(night.heldUntil(MessageMother.received(), Urgency.URGENT)).isEmpty();
        assertThat(night.heldUntil(MessageMother.code("1"), Urgency.CODE)).isEmpty();
        assertThat(night.refusal(notice)).isEmpty();
        assertThat(night.mayGoAgain(notice)).isTrue();
    }
}
