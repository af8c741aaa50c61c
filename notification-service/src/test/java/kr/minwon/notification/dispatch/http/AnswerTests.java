package kr.minwon.notification.dispatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.dispatch.Inquiry;
import kr.minwon.notification.message.Sizing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTests {
    private static final Sizing NOT_COUNTED = new Sizing(false);

    private static final Instant NOW = Instant.parse("2026-11-18T11:06:40Z");

    private static Answer with(String header, String value) {
        return Answers.of(429, "{}", Map.of(header, value));
    }

    @Test
    void aPauseIsAskedForInSecondsOrUntilADate() {
        assertThat(with("Retry-After", "30").retryAfter(NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(with("Retry-After", "Wed, 18 Nov 2026 11:08:00 GMT").retryAfter(NOW))
                .isEqualTo(Duration.ofSeconds(80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "soon", "99999999999999999999", "Wed, 18 Nov 2026 11:00:00 GMT"})
    void whatIsNoPauseAsksForNone(String value) {
        assertThat(with("Retry-After", value).retryAfter(NOW)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "0", "Wed, 18 Nov 2026 11:00:00 GMT"})
    void whoeverNamesAMomentAsksToWaitEvenIfItIsOver(String value) {
        assertThat(with("Retry-After", value).asksToWait()).isTrue();
        assertThat(Answers.of(503, "").asksToWait()).isFalse();
    }

    @Test
    void theirDateTellsHowFarOurClockIsOff() {
        assertThat(with("Date", "Wed, 18 Nov 2026 11:26:40 GMT").skew(NOW)).isEqualTo(Duration.ofMinutes(20));
        assertThat(with("Date", "yesterday").skew(NOW)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"11:06:00,true", "11:07:40,true", "11:02:40,false", "11:10:40,false"})
    void neverGotItIsBelievedOnlyWhileClocksAgree(String theirs, boolean believed) {
        Answer plain = Answers.of(200, "{}");
        Answer dated = Answers.of(200, "{}", Map.of("Date", "Wed, 18 Nov 2026 " + theirs + " GMT"));
        Inquiry.Fate never = new Inquiry.Fate.NeverTook();
        Inquiry.Fate took = new Inquiry.Fate.Took("M1");
        assertThat(HttpInquiry.believed(never, List.of(plain, dated), NOW).equals(never))
                .isEqualTo(believed);
        assertThat(HttpInquiry.believed(took, List.of(plain, dated), NOW)).isEqualTo(took);
        assertThat(HttpInquiry.believed(never, List.of(plain), NOW)).isEqualTo(never);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"messageId\":\"M4", "<html></html>", "[]", "null", "17", "{} {}"})
    void whatIsNoWholeObjectIsNoJson(String body) {
        assertThat(Answers.of(200, body).json()).isEmpty();
    }

    @Test
    void whatIsSaidOfAnAnswerNamesNoPhone() {
        Answer answer = Answers.of(400, "to 01012345678\n<b>");
        assertThat(answer.beginning()).isEqualTo("to *** b");
        assertThat(answer).hasToString("HTTP 400, 18 bytes");
    }

    @Test
    void aSecretInAFileIsReadEachTime(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("secret");
        Files.writeString(file, "one\n");
        Secret secret = new Secret(null, file);
        assertThat(secret.read()).isEqualTo("one");
        Files.writeString(file, "two");
        assertThat(secret.read()).isEqualTo("two");
        Files.writeString(file, " \n");
        assertThatThrownBy(secret::read).isInstanceOf(Secret.Unreadable.class).hasMessageContaining("empty");
        Files.delete(file);
        assertThatThrownBy(secret::read).isInstanceOf(Secret.Unreadable.class);
    }

    @Test
    void aSecretIsAValueOrAFileAndNeverPrinted() {
        assertThat(new Secret("s3cret", null).toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> new Secret(" ", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Secret("a", Path.of("b"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Secret.same("a", "a")).isTrue();
        assertThat(Secret.same("a", "b")).isFalse();
        assertThat(Secret.same("a", null)).isFalse();
    }

    @Test
    void whereTheCarriersMarkCountsEightyBytesAreAnSms() {
        Sizing counted = new Sizing(true);
        assertThat(counted.of("가".repeat(40), null).type()).isEqualTo(SmsSize.Type.SMS);
        assertThat(counted.of("가".repeat(40) + "a", null).type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(counted.of("a".repeat(2_000), null).type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(NOT_COUNTED.of("a".repeat(2_000), null).type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(NOT_COUNTED.of("a".repeat(2_001), null).type()).isEqualTo(SmsSize.Type.TOO_LONG);
    }

    @Test
    void aTextOfMoreThanNinetyBytesIsLongAndHasASubject() {
        assertThat(SmsText.measure(Answers.LONG_TEXT).bytes()).isEqualTo(91);
        assertThat(NOT_COUNTED.of(Answers.LONG_TEXT, null).type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(NOT_COUNTED.of(Answers.LONG_TEXT.substring(1), null).type()).isEqualTo(SmsSize.Type.SMS);
        String subject = Lms.subject(Answers.submission("가".repeat(100) + "\n둘째 줄"));
        assertThat(SmsText.measure(subject).bytes()).isLessThanOrEqualTo(SmsText.SUBJECT_BYTES);
        assertThat(SmsText.measure("x".repeat(91), subject).type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(Lms.subject(Answers.titled("단수 안내"))).isEqualTo("단수 안내");
        assertThat(NOT_COUNTED.of("가", "단수 안내").type()).isEqualTo(SmsSize.Type.LMS);
    }
}
