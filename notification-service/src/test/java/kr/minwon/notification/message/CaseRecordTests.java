package kr.minwon.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseRecordTests {
    private static final String ID = "0198f3c2-7a10-7c3e-9b51-5f0a4d2e8c11";
    private final CaseRecord opened = CaseRecord.opened(MessageMother.about(ID), "sealed", true);

    @Test
    void countsEachStep() {
        CaseRecord twice =
                opened.after(Step.RECEIVED, "a").after(Step.ASSIGNED, "b").after(Step.ASSIGNED, "c");
        assertThat(twice.next(Step.ASSIGNED)).isEqualTo("assigned.3");
        assertThat(twice.next(Step.ANSWERED)).isEqualTo("answered.1");
        assertThat(twice.lastMessageId()).isEqualTo("c");
    }

    @Test
    void knowsTheIdsOfItsMessages() {
        CaseRecord told =
                opened.after(Step.RECEIVED, "a").after(Step.ASSIGNED, "b").after(Step.ASSIGNED, "c");
        assertThat(told.messageIds())
                .containsExactlyInAnyOrder(
                        ID + "/received.1/reporter", ID + "/assigned.1/reporter", ID + "/assigned.2/reporter");
    }

    @Test
    void aStepWithoutATextIsCountedAndKeepsTheLastOne() {
        CaseRecord told = opened.after(Step.RECEIVED, "a").after(Step.ASSIGNED, null);
        assertThat(told.next(Step.ASSIGNED)).isEqualTo("assigned.2");
        assertThat(told.lastMessageId()).isEqualTo("a");
    }

    @Test
    void aListOfMessagesHasAnEnd() {
        CaseRecord often = opened;
        for (int n = 0; n < 1_000; n++) {
            often = often.after(Step.ASSIGNED, "x");
        }
        assertThat(often.messageIds()).hasSize(200).endsWith(ID + "/assigned.1000/reporter");
    }
}
