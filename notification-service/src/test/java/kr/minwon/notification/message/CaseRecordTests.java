package kr.minwon.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseRecordTests {
    private static final String ID = "0198f3c2-7a10-7c3e-9b51-5f0a4d2e8c11";
    private final CaseRecord opened =
            CaseRecord.opened(MessageMother.about(ID), "sealed", true, MessageMother.AT, Spoken.KOREAN);

    private final CaseRecord twice =
            opened.after(Step.RECEIVED, 1, "a").after(Step.ASSIGNED, 1, "b").after(Step.ASSIGNED, 2, "c");

    @Test
    void countsEachStep() {
        assertThat(twice.next(Step.ASSIGNED, 1)).isEqualTo(3);
        assertThat(twice.next(Step.ANSWERED, 1)).isEqualTo(1);
        assertThat(twice.lastMessageId()).isEqualTo("c");
    }

    @Test
    void takesTheEventsOwnNumberUnlessThatWasTold() {
        assertThat(opened.next(Step.CONSENT, 2)).isEqualTo(2);
        assertThat(opened.after(Step.CONSENT, 2, "a").next(Step.CONSENT, 2)).isEqualTo(3);
        assertThat(opened.after(Step.SUPPLEMENT, 1, "a").next(Step.SUPPLEMENT, 2))
                .isEqualTo(2);
    }

    @Test
    void knowsTheIdsOfItsMessages() {
        assertThat(twice.messageIds())
                .containsExactlyInAnyOrder(
                        ID + "/received.1/reporter", ID + "/assigned.1/reporter", ID + "/assigned.2/reporter");
    }

    @Test
    void aStepWithoutATextIsCountedAndKeepsTheLastOne() {
        CaseRecord told = opened.after(Step.RECEIVED, 1, "a").after(Step.ASSIGNED, 1, null);
        assertThat(told.next(Step.ASSIGNED, 1)).isEqualTo(2);
        assertThat(told.lastMessageId()).isEqualTo("a");
    }

    @Test
    void aListOfMessagesHasAnEnd() {
        CaseRecord often = opened;
        for (int n = 1; n <= 1_000; n++) {
            often = often.after(Step.ASSIGNED, n, "x");
        }
        assertThat(often.messageIds()).hasSize(200).endsWith(ID + "/assigned.1000/reporter");
        assertThat(opened.after(Step.ASSIGNED, Integer.MAX_VALUE, "x").messageIds())
                .hasSize(200);
    }

    @Test
    void whatNobodyHasAcceptedIsSeenFromEveryDepartmentAndElseFromItsOwn() {
        CaseRecord filed = opened.awaitingAcceptance();
        assertThat(filed.isSeenFrom(department -> false)).as("filed").isTrue();
        CaseRecord accepted = filed.accepted().after(Step.RECEIVED, 1, null);
        assertThat(accepted.isSeenFrom(department -> true)).as("not yet routed").isFalse();
        CaseRecord assigned = filed.assignedTo("parks", MessageMother.AT);
        assertThat(assigned.isSeenFrom("parks"::equals)).isTrue();
        assertThat(assigned.isSeenFrom("construction"::equals)).isFalse();
    }

    @Test
    void whatEndedBeforeAnyDepartmentHadItOrCameByATextIsOpenToNone() {
        CaseRecord filed = opened.awaitingAcceptance().after(Step.FILED, 1, null);
        assertThat(filed.standing(Standing.NEW.in(Standing.Phase.ENDED, MessageMother.AT))
                        .isSeenFrom(department -> true))
                .as("withdrawn before it was accepted")
                .isFalse();
        assertThat(opened.after(Step.TEXTED, 1, null).isSeenFrom(department -> true))
                .as("accepted as it came by a text")
                .isFalse();
    }

    @Test
    void theLatestMoveOfItsClockCounts() {
        CaseRecord moved = opened.clockMoved(MessageMother.AT.plusSeconds(60)).clockMoved(MessageMother.AT);

        assertThat(moved.desk().clockMovedAt()).isEqualTo(MessageMother.AT.plusSeconds(60));
    }

    @Test
    void itIsOverWhenItIsAnsweredEndedOrHandledTogetherWithAnother() {
        assertThat(opened.isOver()).isFalse();
        CaseRecord merged = opened.after(Step.MERGED, 5, null);
        assertThat(merged.isOver()).isTrue();
        assertThat(merged.after(Step.CONTINUED, 7, null).isOver()).isFalse();
        assertThat(merged.after(Step.REOPENED, 9, null).isOver()).isFalse();
        assertThat(opened.standing(Standing.NEW.in(Standing.Phase.ANSWERED, MessageMother.AT))
                        .isOver())
                .isTrue();
    }
}
