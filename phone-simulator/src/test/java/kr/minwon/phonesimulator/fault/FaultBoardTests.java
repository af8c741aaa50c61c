package kr.minwon.phonesimulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import kr.minwon.phonesimulator.message.ReceiptState;
import org.junit.jupiter.api.Test;

class FaultBoardTests {

    private final AtomicLong nanos = new AtomicLong();
    private final FaultBoard board = new FaultBoard(nanos::get);

    private static Faults faults(int throttle, int rejectEvery, int rejectPercent, int dropPercent) {
        return new Faults(
                0,
                throttle,
                rejectEvery,
                rejectPercent,
                0x45,
                List.of("01000000000"),
                false,
                dropPercent,
                0,
                ReceiptState.DELIVRD,
                Map.of("0109", ReceiptState.UNDELIV),
                false,
                false,
                false,
                false,
                false,
                HttpFault.HTML,
                dropPercent,
                false,
                0);
    }

    private List<Integer> statuses(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> board.judge("01012345678").rejectStatus())
                .toList();
    }

    @Test
    void behavesUntilToldOtherwise() {
        assertThat(board.judge("01012345678")).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void admitsExactlyTheRateInEachSecond() {
        board.set(faults(2, 0, 0, 0));
        assertThat(statuses(4)).containsExactly(0, 0, 0x58, 0x58);
        nanos.addAndGet(1_000_000_000L);
        assertThat(statuses(3)).containsExactly(0, 0, 0x58);
    }

    @Test
    void rejectsEveryNth() {
        board.set(faults(0, 3, 0, 0));
        assertThat(statuses(6)).containsExactly(0, 0, 0x45, 0, 0, 0x45);
    }

    @Test
    void rejectsAllOrNoneByPercent() {
        board.set(faults(0, 0, 100, 0));
        assertThat(statuses(20)).containsOnly(0x45);
    }

    @Test
    void rejectsItsNumbers() {
        board.set(faults(0, 0, 0, 0));
        assertThat(board.judge("01000000000").rejectStatus()).isEqualTo(0x45);
        assertThat(board.judge("01000000001").rejectStatus()).isZero();
    }

    @Test
    void leavesUnanswered() {
        board.set(faults(0, 0, 0, 100));
        assertThat(board.judge("01012345678")).isEqualTo(new Verdict(0, true));
    }

    @Test
    void spoilsAnswersOverHttpByPercent() {
        board.set(faults(0, 0, 0, 100));
        assertThat(board.judgeAnswer()).isEqualTo(HttpFault.HTML);
        board.set(faults(0, 0, 0, 0));
        assertThat(board.judgeAnswer()).isEqualTo(HttpFault.NONE);
    }

    @Test
    void countsAnewWhenFaultsAreSet() {
        board.set(faults(0, 2, 0, 0));
        statuses(1);
        board.set(faults(0, 2, 0, 0));
        assertThat(statuses(2)).containsExactly(0, 0x45);
    }

    @Test
    void picksTheStateOfTheLongestPrefix() {
        assertThat(faults(0, 0, 0, 0).receiptStateFor("01091234567")).isEqualTo(ReceiptState.UNDELIV);
        assertThat(faults(0, 0, 0, 0).receiptStateFor("01011234567")).isEqualTo(ReceiptState.DELIVRD);
    }

    @Test
    void namesEveryValueThatCannotBe() {
        assertThatThrownBy(() -> faults(-1, 1_000_001, 101, -5))
                .hasMessageContaining("throttlePerSecond")
                .hasMessageContaining("rejectEvery")
                .hasMessageContaining("rejectPercent")
                .hasMessageContaining("dropAfterAcceptPercent");
    }
}
