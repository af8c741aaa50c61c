package kr.minwon.complaint.complaint;

import static kr.minwon.complaint.complaint.ComplaintMother.ACTING;
import static kr.minwon.complaint.complaint.ComplaintMother.CONSTRUCTION;
import static kr.minwon.complaint.complaint.ComplaintMother.LATER;
import static kr.minwon.complaint.complaint.ComplaintMother.changed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same person, the same matter, three times. */
class RepeatsTests {
    private static final List<ReceiptNumber> TWO = ComplaintMother.NUMBERS.stream()
            .limit(2)
            .map(number -> ReceiptNumber.parse(number).orElseThrow())
            .toList();
    private static final Complaint THIRD = ComplaintMother.in(ComplaintStatus.IN_PROGRESS);

    private static Complaint marked() {
        return changed(Repeats.mark(THIRD, TWO, ACTING, LATER));
    }

    private static Refusal refusal(Decision decision) {
        return ((Decision.Refused) decision).refusal();
    }

    private static Decision close(Complaint complaint, int results) {
        return Repeats.close(complaint, "두 번 답변드렸습니다.", results, ACTING, LATER, null);
    }

    @Test
    void theThirdIsMarkedForTheStaffAlone() {
        assertThat(marked().progress().procedure().repeated())
                .extracting(RepeatedPetition::of)
                .isEqualTo(TWO);
        assertThat(marked().progress().timeline().entries().getLast().staffOnly())
                .isTrue();
        assertThat(refusal(Repeats.mark(THIRD, TWO.subList(0, 1), ACTING, LATER)))
                .isEqualTo(Refusal.TOO_FEW_REPEATS);
        assertThat(changed(Repeats.unmark(marked(), ACTING, LATER))
                        .progress()
                        .procedure()
                        .repeated())
                .isNull();
    }

    @Test
    void itIsClosedAfterTwoResultsWithItsReason() {
        Decision.Changed closed = (Decision.Changed) close(marked(), 2);

        assertThat(closed.complaint().status()).isEqualTo(ComplaintStatus.CLOSED);
        assertThat(closed.events()).hasOnlyElementsOfType(ComplaintEvent.RepeatClosed.class);
        assertThat(refusal(close(marked(), 1))).isEqualTo(Refusal.TOO_FEW_RESULTS);
        assertThat(refusal(close(THIRD, 2))).isEqualTo(Refusal.NOT_MARKED_AS_REPEAT);
        assertThat(refusal(Reopenings.reopen(closed.complaint(), "다시", LATER, null)))
                .isEqualTo(Refusal.ALREADY_CLOSED);
    }

    @Test
    void takenBackItGoesOnWhereItWas() {
        Complaint closed = changed(close(marked(), 2));

        Decision.Changed undone = (Decision.Changed) Repeats.undo(closed, ACTING, LATER);

        assertThat(undone.complaint().status()).isEqualTo(ComplaintStatus.IN_PROGRESS);
        assertThat(undone.complaint().progress().procedure().ending()).isNull();
        assertThat(undone.events()).hasOnlyElementsOfType(ComplaintEvent.ComplaintContinued.class);
        assertThat(refusal(Repeats.undo(ComplaintMother.in(ComplaintStatus.CLOSED), ACTING, LATER)))
                .isEqualTo(Refusal.NOT_CLOSED_AS_REPEAT);
    }

    @Test
    void aStatutoryPetitionIsNeverClosedAsARepeat() {
        Deadline deadline = new Deadline(LATER, "14d", List.of("14일"), Deadline.STATUTORY);
        Complaint statutory =
                changed(ComplaintMother.in(ComplaintStatus.ACCEPTED).assigned(CONSTRUCTION, deadline, LATER, 1));

        assertThat(refusal(Repeats.mark(statutory, TWO, ACTING, LATER))).isEqualTo(Refusal.STATUTORY_IS_NO_REPEAT);
        assertThat(refusal(close(statutory, 2))).isEqualTo(Refusal.STATUTORY_IS_NO_REPEAT);
    }

    @Test
    void anotherDepartmentTouchesNothing() {
        Procedures.Acting waste = new Procedures.Acting(ComplaintMother.OFFICER, Set.of("waste"));
        Complaint closed = changed(close(marked(), 2));

        assertThat(refusal(Repeats.mark(THIRD, TWO, waste, LATER))).isEqualTo(Refusal.OTHER_DEPARTMENT);
        assertThat(refusal(Repeats.undo(closed, waste, LATER))).isEqualTo(Refusal.OTHER_DEPARTMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "골목 보안등이 꺼졌어요 사흘째 꺼져 있습니다, 골목 보안등이 또 꺼졌어요. 사흘째 꺼져 있습니다!, true",
        "골목 보안등이 꺼졌어요 사흘째 꺼져 있습니다, 재산세 고지서를 다시 보내 주세요, false",
        "가나, 가나, true",
        "가, 나, false"
    })
    void textsOfOneMatterAreAlike(String one, String other, boolean alike) {
        assertThat(Likeness.of(one, other) >= Likeness.SAME_MATTER).isEqualTo(alike);
        assertThat(Likeness.of(one, other)).isEqualTo(Likeness.of(other, one));
    }
}
