package kr.minwon.notification.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.MemoryConsents;
import kr.minwon.notification.dispatch.HandClock;
import kr.minwon.notification.dispatch.MemoryCases;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.Standing;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.reply.Meaning.Kind;
import kr.minwon.notification.reply.Meaning.Why;
import kr.minwon.notification.subscription.OptOutMother;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoiningTests {
    private static final String PHONE = MessageMother.PHONE;
    private static final String OFFICE_NUMBER = "0623607114";
    private static final String KOREAN = "x-windows-949";
    private static final String ADDRESS = "화정3동 12-3번지 전봇대 옆입니다. 밤 10시가 넘으면 꺼집니다.";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T01:00:00Z"));
    private final MemoryCases cases = new MemoryCases();
    private final Templates templates = MessageMother.templates();
    private final ConsentLedger ledger = new ConsentLedger(new MemoryConsents(), cases, templates, clock);
    private final MemoryTexts texts = new MemoryTexts();
    private final PieceSettings settings = new PieceSettings(Duration.ofSeconds(60), Duration.ofSeconds(5));
    private final MemoryPieces pieces = new MemoryPieces(settings.within());
    private final Joining joining = new Joining(
            pieces,
            new Replies(
                    OptOutMother.withoutNews(ledger),
                    templates,
                    cases,
                    texts,
                    texts,
                    new ReplySettings("seogu", 20, 2),
                    clock),
            settings,
            clock);

    @AfterEach
    void close() {
        joining.close();
    }

    private static Piece piece(int reference, int total, int number, byte[] octets) {
        return new Piece(PHONE, OFFICE_NUMBER, reference, total, number, KOREAN, octets);
    }

    /** The n-th of pieces of that many octets. */
    private static Piece piece(int reference, String text, int octets, int number) {
        byte[] all = text.getBytes(Charset.forName(KOREAN));
        int total = (all.length + octets - 1) / octets;
        return piece(
                reference,
                total,
                number,
                Arrays.copyOfRange(all, (number - 1) * octets, Math.min(all.length, number * octets)));
    }

    private void awaitSupplement() {
        cases.put(CaseRecord.opened(MessageMother.received().ofCase(), PHONE, true, clock.instant(), Spoken.KOREAN)
                .standing(Standing.NEW.supplement(true, clock.instant())));
    }

    @Test
    void piecesThatCutACharacterAreOneTextInWhateverOrderTheyCome() {
        awaitSupplement();
        for (int number : new int[] {3, 1, 2}) {
            assertThat(texts.stored).isEmpty();
            joining.on(piece(7, ADDRESS, 23, number));
        }
        assertThat(texts.stored)
                .singleElement()
                .returns(ADDRESS, Reply::text)
                .returns(false, Reply::cut)
                .extracting(reply -> reply.meaning().kind())
                .isEqualTo(Kind.SUPPLEMENT);
    }

    @Test
    void aPieceThatIsBroughtAgainIsTheSame() {
        joining.on(piece(7, ADDRESS, 40, 1));
        joining.on(piece(7, ADDRESS, 40, 1));
        assertThat(joining.on(piece(7, ADDRESS, 40, 2))).isPresent();
        assertThat(joining.on(piece(7, ADDRESS, 40, 2))).isEmpty();
        assertThat(joining.on(piece(7, ADDRESS, 40, 1))).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        joining.round();
        assertThat(texts.stored).hasSize(1);
    }

    @Test
    void aTextThatCouldNotBeStoredIsWhenItsLastPieceIsBroughtAgain() {
        joining.on(piece(7, ADDRESS, 40, 1));
        texts.away = 1;
        assertThatThrownBy(() -> joining.on(piece(7, ADDRESS, 40, 2))).isInstanceOf(IllegalStateException.class);
        joining.on(piece(7, ADDRESS, 40, 2));
        assertThat(texts.stored).singleElement().returns(ADDRESS, Reply::text);
    }

    @Test
    void nobodyHasToBringItAgain() {
        joining.on(piece(7, ADDRESS, 40, 1));
        texts.away = 1;
        assertThatThrownBy(() -> joining.on(piece(7, ADDRESS, 40, 2))).isInstanceOf(IllegalStateException.class);
        clock.pass(Duration.ofSeconds(61));
        joining.round();
        assertThat(texts.stored).singleElement().returns(ADDRESS, Reply::text).returns(false, Reply::cut);
    }

    @Test
    void withoutTheRestPeopleReadWhatThereIs() {
        awaitSupplement();
        joining.on(piece(7, 4, 2, "수신".getBytes(Charset.forName(KOREAN))));
        joining.on(piece(7, 4, 3, "거부".getBytes(Charset.forName(KOREAN))));
        clock.pass(Duration.ofSeconds(59));
        joining.round();
        assertThat(texts.stored).isEmpty();
        clock.pass(Duration.ofSeconds(2));
        joining.round();
        joining.round();
        assertThat(texts.stored)
                .singleElement()
                .returns("[…] 수신거부 […]", Reply::text)
                .returns(true, Reply::cut)
                .returns(true, Reply::open)
                .extracting(reply -> reply.meaning().why())
                .isEqualTo(Why.INCOMPLETE);
        joining.on(piece(7, 4, 1, "문자 ".getBytes(Charset.forName(KOREAN))));
        clock.pass(Duration.ofSeconds(61));
        joining.round();
        assertThat(texts.stored).as("what comes later is not lost either").hasSize(2);
    }

    @Test
    void piecesOfTwoTextsAreNotMixed() {
        joining.on(piece(7, ADDRESS, 40, 1));
        joining.on(piece(8, "다른 문자입니다. " + ADDRESS, 40, 1));
        joining.on(piece(8, "다른 문자입니다. " + ADDRESS, 40, 2));
        joining.on(piece(7, ADDRESS, 40, 2));
        assertThat(texts.stored).extracting(Reply::text).containsExactly("다른 문자입니다. " + ADDRESS, ADDRESS);
    }

    @Test
    void aReferenceThatIsUsedAgainIsAnotherText() {
        joining.on(piece(7, ADDRESS, 40, 1));
        joining.on(piece(7, ADDRESS, 40, 2));
        clock.pass(Duration.ofMinutes(1));
        String other = "치평동 도로가 움푹 파였습니다. 밤에는 보이지 않아 위험합니다. 살펴 주세요.";
        joining.on(piece(7, other, 40, 1));
        joining.on(piece(7, other, 40, 2));
        assertThat(texts.stored).extracting(Reply::text).containsExactly(ADDRESS, other);
    }

    @Test
    void ofOneNumberFewWaitAtOnce() {
        for (int reference = 0; reference < 100; reference++) {
            joining.on(piece(reference, 3, 1, "가".getBytes(Charset.forName(KOREAN))));
            clock.pass(Duration.ofMillis(10));
        }
        assertThat(pieces.stored.get(PHONE).texts()).hasSizeLessThanOrEqualTo(LongTexts.MOST + 1);
        assertThat(texts.stored).as("as many as are kept in an hour").isNotEmpty();
    }

    @Test
    void whatWasGivenIsForgotten() {
        joining.on(piece(7, ADDRESS, 40, 1));
        joining.on(piece(7, ADDRESS, 40, 2));
        clock.pass(Duration.ofMinutes(11));
        joining.round();
        assertThat(pieces.stored.get(PHONE).texts()).isEmpty();
    }

    @Test
    void piecesOfTwoEncodingsAreReadEachInItsOwn() {
        joining.on(piece(7, 2, 1, "화정동 ".getBytes(Charset.forName(KOREAN))));
        joining.on(new Piece(PHONE, OFFICE_NUMBER, 7, 2, 2, "UTF-16BE", "가로등 🙂".getBytes(StandardCharsets.UTF_16BE)));
        assertThat(texts.stored).singleElement().returns("화정동 가로등 🙂", Reply::text);
    }

    @Test
    void whatIsNoPieceIsRefused() {
        for (int[] place : new int[][] {{1, 1}, {0, 0}, {3, 0}, {3, 4}, {256, 1}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> piece(7, place[0], place[1], new byte[1]));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> piece(7, 2, 1, new byte[1_001]));
    }
}
