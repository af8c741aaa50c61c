package kr.minwon.notification.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.sealedfields.KeyedHash;
import org.junit.jupiter.api.Test;

class VerifyPhoneTests {
    private static final String OFFICE = "seogu";
    private static final String PHONE = "01012345678";
    private static final VerificationSettings SETTINGS = new VerificationSettings(
            Duration.ofMinutes(3), 5, Duration.ofSeconds(60), 5, 10, 20, Duration.ofMinutes(30));

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T01:00:00Z"));
    private final MemoryPhones phones = new MemoryPhones();
    private final MemoryMessages messages = new MemoryMessages();
    private final List<Message> queued = new ArrayList<>();
    private final FieldSealer sealer = new FieldSealer(KeyRing.of("f1", new byte[32]));
    private final KeyRing contacts = KeyRing.of("c1", new byte[32]);
    private final VerifyPhone verify = new VerifyPhone(
            phones,
            messages,
            new Notices(
                    MessageMother.templates(),
                    new AnswerLinks("https://minwon.example", token -> token),
                    new QuietSettings("00:00-23:59", Map.of()),
                    MessageMother.NO_BURSTS,
                    clock),
            new PhoneSecrets(sealer, new ContactIdentity(contacts)),
            new Codes(new KeyedHash(contacts)),
            SETTINGS,
            clock);

    private Sending send(String phone) {
        return verify.send(OFFICE, phone, queued::add);
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
    void anotherCodeEndsTheOneBefore() {
        String first = sentId(PHONE);
        String firstCode = lastCode();
        clock.pass(Duration.ofSeconds(60));
        String second = sentId(PHONE);
        assertThat(verify.check(OFFICE, first, firstCode)).isInstanceOf(Checking.Over.class);
        assertThat(verify.check(OFFICE, second, lastCode())).isInstanceOf(Checking.Verified.class);
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
        int rung = 1;
        for (int minute = 0; minute < 24 * 60; minute++) {
            clock.pass(Duration.ofSeconds(59));
            rung += send(PHONE) instanceof Sending.Sent ? 1 : 0;
        }
        assertThat(rung).isEqualTo(SETTINGS.aDay());
        assertThat(queued).hasSize(rung);
    }

    @Test
    void inAnHourAPhoneRingsFiveTimes() {
        long rung = IntStream.range(0, 50)
                .filter(n -> {
                    clock.pass(Duration.ofSeconds(61));
                    return send(PHONE) instanceof Sending.Sent;
                })
                .count();
        assertThat(rung).isEqualTo(5);
        clock.pass(Duration.ofHours(1));
        assertThat(send(PHONE)).isInstanceOf(Sending.Sent.class);
    }

    @Test
    void manyAtOnceRingAPhoneOnce() {
        List<Sending> answers = IntStream.range(0, 40)
                .parallel()
                .mapToObj(n -> verify.send(OFFICE, PHONE, message -> {}))
                .toList();
        assertThat(answers).filteredOn(Sending.Sent.class::isInstance).hasSize(1);
        assertThat(messages.all()).hasSize(1);
    }

    @Test
    void theOfficeHasABudgetForADay() {
        for (int n = 0; n < SETTINGS.officeADay(); n++) {
            assertThat(send("010%08d".formatted(n))).isInstanceOf(Sending.Sent.class);
        }
        assertThat(send("01099999999")).isInstanceOf(Sending.SpentForToday.class);
        assertThat(queued).hasSize(SETTINGS.officeADay());
        clock.pass(Duration.ofHours(15));
        assertThat(send("01099999999")).isInstanceOf(Sending.Sent.class);
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
