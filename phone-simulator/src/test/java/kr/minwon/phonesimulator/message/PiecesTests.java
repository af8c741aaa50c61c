package kr.minwon.phonesimulator.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PiecesTests {

    private final Pieces pieces = new Pieces();

    private static Submit at(long millis, String from) {
        return new Submit(
                "1",
                "minwon",
                1,
                from,
                "01012345678",
                14,
                Encoding.EUC_KR,
                1,
                null,
                "61",
                null,
                64,
                1,
                null,
                Map.of(),
                millis,
                Outcome.ACCEPTED,
                null,
                null,
                null,
                null);
    }

    @Test
    void waitsForAllAndGivesThemInOrder() {
        assertThat(pieces.add(at(0, "a"), new Part(1, 3, 3), 10)).isEmpty();
        assertThat(pieces.add(at(1, "a"), new Part(1, 3, 1), 11)).isEmpty();
        assertThat(pieces.add(at(2, "a"), new Part(1, 3, 2), 12).orElseThrow()).containsExactly(11, 12, 10);
    }

    @Test
    void keepsSendersAndReferencesApart() {
        pieces.add(at(0, "a"), new Part(1, 2, 1), 1);
        assertThat(pieces.add(at(0, "b"), new Part(1, 2, 2), 2)).isEmpty();
        assertThat(pieces.add(at(0, "a"), new Part(2, 2, 2), 3)).isEmpty();
        assertThat(pieces.add(at(0, "a"), new Part(1, 2, 2), 4)).isPresent();
    }

    @Test
    void takesAPieceThatComesTwiceOnce() {
        pieces.add(at(0, "a"), new Part(1, 2, 1), 1);
        assertThat(pieces.add(at(0, "a"), new Part(1, 2, 1), 2)).isEmpty();
        assertThat(pieces.add(at(0, "a"), new Part(1, 2, 2), 3).orElseThrow()).containsExactly(2, 3);
    }

    @Test
    void doesNotJoinANewPieceToAnOldOne() {
        pieces.add(at(0, "a"), new Part(1, 2, 1), 1);
        assertThat(pieces.add(at(11 * 60_000, "a"), new Part(1, 2, 2), 2)).isEmpty();
    }
}
