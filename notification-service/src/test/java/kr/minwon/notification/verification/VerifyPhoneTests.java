package kr.minwon.notification.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kr.minwon.notification.dispatch.HandClock;
import kr.minwon.notification.dispatch.MemoryMessages;
import kr.minwon.notification.message.AnswerLinks;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.message.QuietSettings;
import kr.minwon.notification.message.Urgency;
import kr.minwon.notification.verification.VerifyPhone.Checking;
import kr.minwon.notification.verification.VerifyPhone.Sending;
import kr.minwon.notification.verification.VerifyPhone.Wanted;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.sealedfields.KeyedHash;
import org.junit.jupiter.api.Test;

class VerifyPhoneTests {
    private static final String OFFICE = "seogu";
    private static final String PHONE = "01012345678";
    private static final VerificationSettings SETTINGS = settings(50, 1_201);
    private static final String MINE = "anonymous:me";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T01:00:00Z"));
    private final MemoryPhones phones = new MemoryPhones();
    private final MemoryMessages messages = new MemoryMessages();
    private final List<Message> queued = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final FieldSealer sealer = new FieldSealer(KeyRing.of("f1", new byte[32]));
    private final KeyRing contacts = KeyRing.of("c1", new byte[32]);
    private final VerifyPhone verify = verify(SETTINGS);

    private static VerificationSettings settings(int officeAnHour, int officeADay) {
        return new VerificationSettings(
                Duration.ofMinutes(3),
                5,
                Duration.ofSeconds(60),
                5,
                10,
                4,
                4,
                officeAnHour,
                officeADay,
                Duration.ofMinutes(30),
                Duration.ofDays(180));
    }

    private VerifyPhone verify(VerificationSettings settings) {
        return new VerifyPhone(
                phones,
                (office, phone) -> office.equals(OFFICE) && known.contains(phone),
                messages,
                new Notices(
                        MessageMother.templates(),
                        new AnswerLinks("https://minwon.example", token -> token),
                        new QuietSettings("00:00-23:59", Map.of()),
                        MessageMother.NO_BURSTS,
                        clock),
                new PhoneSecrets(sealer, new ContactIdentity(contacts)),
                new Codes(new KeyedHash(contacts)),
                settings,
                clock);
    }

    private Sending send(String phone) {
        return send(phone, MINE, "");
    }

    private Sending send(String phone, String callerId, String deviceToken) {
        return verify.send(new Wanted(OFFICE, phone, callerId, deviceToken), queued::add);
    }

    /** How many codes somebody gets sent who never stops asking, from one address after another. */
    private int rung(Duration every, Duration within, int addresses) {
        int rung = 0;
        Instant end = clock.instant().plus(within);
        for (int n = 0; clock.instant().isBefore(end); n++) {
            rung += send(PHONE, "anonymous:" + n % addresses, "") instanceof Sending.Sent ? 1 : 0;
            clock.pass(every);
        }
        return rung;
    }

    /** What this device was given when it verified the phone. */
    private String deviceToken() {
        String id = sentId(PHONE);
        return ((Checking.Verified) verify.check(OFFICE, id, lastCode())).deviceToken();
    }

    private String sentId(String phone) {
        return ((Sending.Sent) send(phone)).verificationId();
    }

    private String lastCode() {
        return queued.getLast().content().text().substring(0, 6);
    }

    private static String other(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }

    @Test
    void theCodeThatWasSentVerifiesThePhoneOnce() {
        String id = sentId(PHONE);
        Checking checked = verify.check(OFFICE, id, lastCode());
        assertThat(checked).isInstanceOfSatisfying(Checking.Verified.class, verified -> {
            assertThat(verified.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
            assertThat(sealer.open("verified.phone", verified.token()))
                    .isEqualTo("seogu/01012345678/" + verified.expiresAt().getEpochSecond());
        });
        assertThat(verify.check(OFFICE, id, lastCode())).isInstanceOf(Checking.Over.class);
    }

    @Test
    void theTextIsACodeThatIsNeitherHeldNorToldToOthers() {
        send(PHONE);
        Message message = queued.getFirst();
        assertThat(message.urgency()).isEqualTo(Urgency.CODE);
        assertThat(message.isHeldAt(clock.instant())).isFalse();
        assertThat(message.isOfCase()).isFalse();
        assertThat(message.isNewsAfter(message)).isFalse();
        assertThat(sealer.open("reporter.phone", message.sealedPhone())).isEqualTo(PHONE);
        assertThat(messages.find(message.id())).contains(message);
    }

    @Test
    void neitherCodeNorPhoneIsWrittenInTheClear() {
        send(PHONE);
        assertThat(phones.written()).doesNotContain(lastCode(), PHONE);
    }

    @Test
    void afterFiveWrongTriesTheRightCodeIsWorthNothing() {
        String id = sentId(PHONE);
        String wrong = other(lastCode());
        for (int left = 4; left > 0; left--) {
            assertThat(verify.check(OFFICE, id, wrong)).isEqualTo(new Checking.Wrong(left));
        }
        assertThat(verify.check(OFFICE, id, wrong)).isInstanceOf(Checking.Over.class);
        assertThat(verify.check(OFFICE, id, lastCode())).isInstanceOf(Checking.Over.class);
    }

    @Test
    void afterThreeMinutesTheRightCodeIsWorthNothing() {
        String id = sentId(PHONE);
        clock.pass(Duration.ofMinutes(3));
        assertThat(verify.check(OFFICE, id, lastCode())).isInstanceOf(Checking.Over.class);
    }

    @Test
    void whatAnotherAsksForDoesNotEndMyCode() {
        String mine = sentId(PHONE);
        String myCode = lastCode();
        clock.pass(Duration.ofSeconds(60));
        assertThat(send(PHONE, "anonymous:other", "")).isInstanceOf(Sending.Sent.class);
        assertThat(verify.check(OFFICE, mine, lastCode())).isEqualTo(new Checking.Wrong(4));
        assertThat(verify.check(OFFICE, mine, myCode)).isInstanceOf(Checking.Verified.class);
        assertThat(verify.check(OFFICE, mine, myCode)).isInstanceOf(Checking.Over.class);
    }

    @Test
    void wrongTriesAtOneCodeCostAnotherNone() {
        String first = sentId(PHONE);
        String firstCode = lastCode();
        clock.pass(Duration.ofSeconds(60));
        String second = sentId(PHONE);
        for (int n = 0; n < 5; n++) {
            verify.check(OFFICE, second, other(lastCode()));
        }
        assertThat(verify.check(OFFICE, second, lastCode())).isInstanceOf(Checking.Over.class);
        assertThat(verify.check(OFFICE, first, firstCode)).isInstanceOf(Checking.Verified.class);
    }

    @Test
    void ofManyGuessesAtOnceFiveCount() {
        String id = sentId(PHONE);
        int right = Integer.parseInt(lastCode());
        List<Checking> answers = IntStream.range(1, 60)
                .parallel()
                .mapToObj(n -> verify.check(OFFICE, id, "%06d".formatted((right + n) % 1_000_000)))
                .toList();
        assertThat(answers).filteredOn(Checking.Wrong.class::isInstance).hasSize(4);
        assertThat(answers).filteredOn(Checking.Over.class::isInstance).hasSize(55);
        assertThat(verify.check(OFFICE, id, lastCode())).isInstanceOf(Checking.Over.class);
    }

    @Test
    void ofManyWhoTypeTheRightCodeAtOnceOneIsVerified() {
        String id = sentId(PHONE);
        List<Checking> answers = IntStream.range(0, 40)
                .parallel()
                .mapToObj(n -> verify.check(OFFICE, id, lastCode()))
                .toList();
        assertThat(answers).filteredOn(Checking.Verified.class::isInstance).hasSize(1);
    }

    @Test
    void ofAnotherOfficeNothingIsKnown() {
        String id = sentId(PHONE);
        assertThat(verify.check("bukgu", id, lastCode())).isInstanceOf(Checking.Over.class);
        assertThat(verify.check(OFFICE, id, lastCode())).isInstanceOf(Checking.Verified.class);
    }

    @Test
    void whoHasAStrangersPhoneRingIsSlowedDown() {
        assertThat(send(PHONE)).isInstanceOf(Sending.Sent.class);
        clock.pass(Duration.ofSeconds(20));
        assertThat(send(PHONE)).isEqualTo(new Sending.Later(Duration.ofSeconds(40)));
    }

    @Test
    void oneAskerHasAPhoneRingFourTimesADay() {
        assertThat(rung(Duration.ofSeconds(59), Duration.ofHours(24), 1)).isEqualTo(4);
        assertThat(queued).hasSize(4);
        assertThat(send(PHONE, "anonymous:other", "")).isInstanceOf(Sending.Sent.class);
    }

    @Test
    void manyAskersTogetherHaveAPhoneRingSixTimesADay() {
        assertThat(rung(Duration.ofSeconds(59), Duration.ofHours(24), 50)).isEqualTo(6);
    }

    @Test
    void inAnHourAPhoneRingsFiveTimes() {
        assertThat(rung(Duration.ofSeconds(61), Duration.ofMinutes(59), 50)).isEqualTo(5);
        clock.pass(Duration.ofHours(1));
        assertThat(send(PHONE)).isInstanceOf(Sending.Sent.class);
    }

    @Test
    void aDeviceThatVerifiedThePhoneIsNotLockedOutByStrangers() {
        String device = deviceToken();
        clock.pass(Duration.ofDays(3));
        assertThat(rung(Duration.ofSeconds(61), Duration.ofHours(3), 50)).isEqualTo(6);
        assertThat(send(PHONE)).isInstanceOf(Sending.Later.class);

        Sending mine = send(PHONE, "anonymous:on the way", device);

        assertThat(mine).isInstanceOf(Sending.Sent.class);
        assertThat(verify.check(OFFICE, ((Sending.Sent) mine).verificationId(), lastCode()))
                .isInstanceOf(Checking.Verified.class);
        clock.pass(Duration.ofSeconds(20));
        assertThat(send(PHONE, "anonymous:on the way", device)).isEqualTo(new Sending.Later(Duration.ofSeconds(40)));
    }

    @Test
    void aStrangersCodeOfThisMinuteDoesNotMakeSuchADeviceWait() {
        String device = deviceToken();
        clock.pass(Duration.ofSeconds(60));
        assertThat(send(PHONE, "anonymous:other", "")).isInstanceOf(Sending.Sent.class);
        assertThat(send(PHONE, MINE, device)).isInstanceOf(Sending.Sent.class);
    }

    @Test
    void whoeverAsksAPhoneRingsTenTimesADay() {
        String device = deviceToken();
        clock.pass(Duration.ofDays(3));
        queued.clear();
        for (int minute = 0; minute < 24 * 60; minute++) {
            send(PHONE, MINE, device);
            send(PHONE, "anonymous:" + minute, "");
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(queued).hasSize(SETTINGS.aDay());
    }

    @Test
    void aDevicesTokenCountsForItsPhoneAndOfficeOnlyAndVouchesForNothing() {
        String device = deviceToken();
        assertThat(verify.phone(OFFICE, device)).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(rung(Duration.ofMinutes(1), Duration.ofHours(4), 50)).isEqualTo(6);
        for (String forged : List.of("x", "v1.k.x", device + "x", device.repeat(20))) {
            assertThat(send(PHONE, MINE, forged)).isInstanceOf(Sending.Later.class);
        }
        String token = sealer.seal("verified.phone", OFFICE + "/" + PHONE + "/99999999999");
        String elsewhere = sealer.seal("verified.device", "bukgu/" + PHONE + "/99999999999");
        String anothers = sealer.seal("verified.device", OFFICE + "/01099999999/99999999999");
        for (String other : List.of(token, elsewhere, anothers)) {
            assertThat(send(PHONE, MINE, other)).isInstanceOf(Sending.Later.class);
        }
        assertThat(send(PHONE, MINE, device)).isInstanceOf(Sending.Sent.class);
        clock.pass(Duration.ofDays(179));
        rung(Duration.ofMinutes(1), Duration.ofHours(4), 50);
        assertThat(send(PHONE, MINE, device)).isInstanceOf(Sending.Later.class);
    }

    @Test
    void manyAtOnceRingAPhoneOnce() {
        List<Sending> answers = IntStream.range(0, 40)
                .parallel()
                .mapToObj(n -> verify.send(new Wanted(OFFICE, PHONE, MINE, ""), message -> {}))
                .toList();
        assertThat(answers).filteredOn(Sending.Sent.class::isInstance).hasSize(1);
        assertThat(messages.all()).hasSize(1);
    }

    private static final VerificationSettings FEW = settings(3, 80);

    private Sending send(VerifyPhone few, String phone) {
        return few.send(new Wanted(OFFICE, phone, MINE, ""), queued::add);
    }

    private static boolean onlyIfKnown(Sending sending) {
        return ((Sending.Sent) sending).onlyIfKnown();
    }

    @Test
    void strangersWhoSpendTheHourKeepNoCodeFromAPhoneThatIsKnown() {
        VerifyPhone few = verify(FEW);
        known.add(PHONE);
        for (int n = 0; n < 40; n++) {
            assertThat(onlyIfKnown(send(few, "010%08d".formatted(n)))).isEqualTo(n >= 3);
        }
        assertThat(queued).hasSize(3);

        Sending mine = send(few, PHONE);

        assertThat(queued).hasSize(4);
        assertThat(few.check(OFFICE, ((Sending.Sent) mine).verificationId(), lastCode()))
                .isInstanceOf(Checking.Verified.class);
        clock.pass(Duration.ofHours(1));
        assertThat(onlyIfKnown(send(few, "01099999999"))).isFalse();
        assertThat(queued).hasSize(5);
    }

    @Test
    void whatIsAnsweredDoesNotTellWhetherAPhoneIsKnown() {
        VerifyPhone few = verify(FEW);
        known.add(PHONE);
        for (int n = 0; n < 3; n++) {
            send(few, "010%08d".formatted(n));
        }
        for (String phone : List.of(PHONE, "01099999999")) {
            assertThat(send(few, phone)).isInstanceOfSatisfying(Sending.Sent.class, sent -> {
                assertThat(sent.onlyIfKnown()).isTrue();
                assertThat(sent.again()).isEqualTo(FEW.apart());
                assertThat(few.check(OFFICE, sent.verificationId(), "x")).isEqualTo(new Checking.Wrong(4));
            });
            assertThat(send(few, phone)).isEqualTo(new Sending.Later(FEW.apart()));
        }
    }

    @Test
    void aDeviceThatVerifiedThePhoneMakesItKnown() {
        VerifyPhone few = verify(FEW);
        Sending sent = send(few, PHONE);
        String device = ((Checking.Verified) few.check(OFFICE, ((Sending.Sent) sent).verificationId(), lastCode()))
                .deviceToken();
        clock.pass(Duration.ofMinutes(2));
        for (int n = 0; n < 3; n++) {
            send(few, "010%08d".formatted(n));
        }
        queued.clear();
        few.send(new Wanted(OFFICE, PHONE, "anonymous:elsewhere", device), queued::add);
        assertThat(queued).hasSize(1);
    }

    @Test
    void withinADayStrangersLeaveSomeForPhonesThatAreKnown() {
        VerifyPhone few = verify(FEW);
        clock.pass(Duration.ofHours(14));
        for (int quarter = 0; quarter < 24 * 4; quarter++) {
            for (int n = 0; n < 5; n++) {
                send(few, "010%08d".formatted(quarter * 5 + n));
            }
            clock.pass(Duration.ofMinutes(quarter == 24 * 4 - 1 ? 14 : 15));
        }
        assertThat(queued).hasSize(24 * 3);
        known.add(PHONE);
        assertThat(onlyIfKnown(send(few, PHONE))).isTrue();
        assertThat(queued).hasSize(24 * 3 + 1);
    }

    @Test
    void manyAtOnceGetNoMoreThanTheHoursCodes() {
        VerifyPhone few = verify(FEW);
        IntStream.range(0, 200)
                .parallel()
                .forEach(n -> few.send(new Wanted(OFFICE, "010%08d".formatted(n), "anonymous:" + n, ""), m -> {}));
        assertThat(messages.all()).hasSize(3);
    }

    @Test
    void theOfficeHasABudgetForADay() {
        VerifyPhone few = verify(FEW);
        for (int n = 0; n < 80; n++) {
            String phone = "010%08d".formatted(n);
            known.add(phone);
            assertThat(send(few, phone)).isInstanceOf(Sending.Sent.class);
        }
        // Ten in the morning in Seoul.
        assertThat(send(few, "01099999999")).isEqualTo(new Sending.SpentForToday(Duration.ofHours(14)));
        assertThat(queued).hasSize(80);
        clock.pass(Duration.ofHours(14));
        assertThat(send(few, "01099999999")).isInstanceOf(Sending.Sent.class);
    }

    @Test
    void settingsThatLeaveKnownPhonesNothingAreRefused() {
        assertThatThrownBy(() -> settings(50, 1_200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("office-a-day");
    }

    @Test
    void codesAreDrawnFromAllOfThem() {
        Codes codes = new Codes(new KeyedHash(contacts));
        List<String> drawn =
                IntStream.range(0, 2_000).mapToObj(n -> codes.drawCode()).toList();
        assertThat(drawn).allMatch(code -> code.matches("[0-9]{6}"));
        assertThat(drawn.stream().distinct().count()).isGreaterThan(1_950);
        assertThat(drawn.stream().map(code -> code.charAt(0)).distinct()).hasSize(10);
    }
}
