package kr.minwon.notification.mailing;

import static org.assertj.core.api.Assertions.assertThat;

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
import kr.minwon.notification.message.Progress;
import kr.minwon.notification.message.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        return new MailingWishes(ledger, mailings, settings, phone -> phone, clock);
    }

    private static Message text(boolean advertising) {
        MailingPart part = new MailingPart("m1", "seogu", NEWS.name(), advertising, "construction");
        Message one = MessageMother.ofMailing("m1", "c1:x");
        return new Message(
                one.id(),
                1,
                part,
                one.step(),
                one.recipient(),
                PHONE,
                one.content(),
                null,
                MailingMother.AT,
                MailingMother.AT,
                null,
                null,
                Progress.QUEUED,
                List.of());
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
        mailings.add(Mailing.written("m1", "seogu", null, to2dong, NEWS.name(), MailingMother.by(Mailing.WRITTEN, "a")));
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
                        Mailing.written("m1", "seogu", null, to2dong, NEWS.name(), MailingMother.by(Mailing.WRITTEN, "a")),
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
        assertThat(wishes("").heldUntil(text(true)).orElse(null)).isEqualTo(expected);
        assertThat(wishes("").heldUntil(text(false))).isEmpty();
        assertThat(wishes("21:00-08:00").heldUntil(text(false)).orElse(null)).isEqualTo(expected);

        say(Purpose.ADS_AT_NIGHT, true);
        assertThat(wishes("").heldUntil(text(true))).isEmpty();
        // The office's own hours stand whatever somebody agreed to.
        assertThat(wishes("21:00-08:00").heldUntil(text(true)).orElse(null)).isEqualTo(expected);
    }

    @Test
    void aPauseTakesEffectOnWhatIsQueuedWithinASecond() {
        mailings.add(MailingMother.in(MailingState.SENDING));
        MailingWishes wishes = wishes("");
        assertThat(wishes.heldUntil(text(false))).isEmpty();
        mailings.change("m1", one -> new Mailings.Change<>(MailingMother.in(MailingState.PAUSED), true));
        clock.pass(Duration.ofSeconds(1));
        assertThat(wishes.heldUntil(text(false))).contains(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(wishes.refusal(text(false))).isEmpty();

        mailings.change("m1", one -> new Mailings.Change<>(MailingMother.in(MailingState.CANCELLED), true));
        clock.pass(Duration.ofSeconds(1));
        assertThat(wishes.refusal(text(false))).map(Reason::cause).contains(Cause.CALLED_OFF);
    }

    @Test
    void noticesOfCasesKnowNothingOfThis() {
        clock.pass(Duration.between(clock.instant(), seoul("23:00")));
        assertThat(wishes("21:00-08:00").heldUntil(MessageMother.received())).isEmpty();
        assertThat(wishes("21:00-08:00").refusal(MessageMother.received())).isEmpty();
    }
}
