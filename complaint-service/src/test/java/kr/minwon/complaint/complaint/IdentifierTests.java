package kr.minwon.complaint.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.sealedfields.KeyedHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, ids and codes. */
class IdentifierTests {
    @Test
    void makesTimeOrderedIdsOfVersion7() {
        Instant at = Instant.parse("2026-11-23T01:12:30.123Z");

        ComplaintId id = ComplaintId.next(Clock.fixed(at, ZoneOffset.UTC));

        UUID uuid = UUID.fromString(id.value());
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(at.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0198F3C2-7A10-7C3E-9B51-5F0A4D2E8C11",
                "0198f3c2-7a10-4c3e-9b51-5f0a4d2e8c11",
                "0198f3c2-7a10-7c3e-9b51-5f0a4d2e8c1",
                "$ne"
            })
    void refusesWhatIsNoComplaintId(String text) {
        assertThatThrownBy(() -> new ComplaintId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawsNumbersOfTheMonthInSeoul() {
        // The last moment of October in UTC is already November in Seoul.
        Instant filedAt = OffsetDateTime.parse("2026-10-31T23:00:00Z").toInstant();

        ReceiptNumber number = ReceiptNumber.draw(filedAt, new Random(1));

        assertThat(number.value()).matches("2611-\\d{4}-\\d{4}");
        assertThat(ReceiptNumber.parse(number.value())).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2611-4821-9375", "261148219375", "2611 4821 9375", " 2611-48219375 "})
    void readsANumberAsPeopleTypeIt(String typed) {
        assertThat(ReceiptNumber.parse(typed)).contains(new ReceiptNumber("2611-4821-9375"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2611-4821-937", "2611-4821-93753", "abc", "2611-4821-9374", "２６１１-4821-9375"})
    void findsNoNumberInAnythingElse(String typed) {
        assertThat(ReceiptNumber.parse(typed)).isEmpty();
    }

    @Test
    void findsNoNumberInALongText() {
        assertThat(ReceiptNumber.parse("-".repeat(1_000_000) + "261148219375")).isEmpty();
    }

    @Test
    void findsEverySingleWrongDigitAndEverySwapOfNeighbours() {
        String digits = "261148219375";
        for (int i = 0; i < digits.length(); i++) {
            for (char wrong = '0'; wrong <= '9'; wrong++) {
                if (wrong != digits.charAt(i)) {
                    String typed = digits.substring(0, i) + wrong + digits.substring(i + 1);
                    assertThat(ReceiptNumber.parse(typed)).as(typed).isEmpty();
                }
            }
            if (i > 0 && digits.charAt(i) != digits.charAt(i - 1)) {
                String swapped =
                        digits.substring(0, i - 1) + digits.charAt(i) + digits.charAt(i - 1) + digits.substring(i + 1);
                assertThat(ReceiptNumber.parse(swapped)).as(swapped).isEmpty();
            }
        }
    }

    @Test
    void makesTheSameCodeAgainAndAnotherForEachComplaint(@TempDir Path directory) throws IOException {
        LookupCodes codes = codes(directory);
        Clock clock = Clock.systemUTC();

        Set<String> made = IntStream.range(0, 1_000)
                .mapToObj(i -> codes.codeOf(ComplaintId.next(clock), "l1"))
                .collect(Collectors.toSet());

        assertThat(made)
                .hasSize(1_000)
                .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
        assertThat(codes.codeOf(ComplaintMother.ID, "l1")).isEqualTo(codes.codeOf(ComplaintMother.ID, "l1"));
    }

    @Test
    void readsACodeAsPeopleTypeIt(@TempDir Path directory) throws IOException {
        LookupCodes codes = codes(directory);
        ComplaintId withOnesAndZeros = java.util.stream.Stream.generate(() -> ComplaintId.next(Clock.systemUTC()))
                .filter(id -> codes.codeOf(id, "l1").matches(".*1.*1.*0.*"))
                .findFirst()
                .orElseThrow();
        String code = codes.codeOf(withOnesAndZeros, "l1");

        assertThat(codes.opens(
                        withOnesAndZeros,
                        "l1",
                        code.toLowerCase(java.util.Locale.ROOT).replace("-", "")))
                .isTrue();
        assertThat(codes.opens(
                        withOnesAndZeros,
                        "l1",
                        code.replaceFirst("1", "I").replaceFirst("1", "l").replace("0", "o")))
                .isTrue();
        assertThat(codes.opens(withOnesAndZeros, "l1", code.substring(1))).isFalse();
        assertThat(codes.opens(ComplaintMother.ID, "l1", code)).isFalse();
        assertThat(codes.opens(withOnesAndZeros, "l1", code + "0".repeat(100_000)))
                .isFalse();
    }

    private static LookupCodes codes(Path directory) throws IOException {
        Path file = directory.resolve("lookup-keys");
        KeyRing.createIfMissing(file, "l1");
        return new LookupCodes(new KeyedHash(KeyRing.load(file)));
    }
}
