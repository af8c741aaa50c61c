package kr.minwon.notification.staffnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import kr.minwon.notification.dispatch.MemoryCases;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.Standing;
import kr.minwon.notification.message.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeepNoticesTests {
    private static final String ID = "0198f3c2-7a10-7c3e-9b51-5f0a4d2e8c11";
    private static final Instant NINE = Instant.parse("2026-11-27T00:00:00Z");
    private static final CaseRecord OPENED = CaseRecord.opened(
                    MessageMother.about(ID), "sealed", true, MessageMother.AT, Spoken.KOREAN)
            .after(Step.RECEIVED, 1, null)
            .assignedTo("construction", NINE.minusSeconds(3_600));

    private static final CaseRecord FILED = CaseRecord.opened(
                    MessageMother.about(ID), "sealed", true, MessageMother.AT, Spoken.KOREAN)
            .awaitingAcceptance();

    private final MemoryNotices notices = new MemoryNotices();
    private final MemoryCases cases = new MemoryCases();
    private final KeepNotices keep = new KeepNotices(notices, cases, Clock.fixed(NINE.plusSeconds(60), ZoneOffset.UTC));

    private static StaffNotice notice(long sequence, NoticeKind kind, @Nullable String officer) {
        return new StaffNotice(
                MessageMother.about(ID), sequence, kind, "보안등", NINE, 1, "construction", officer, NINE, NINE);
    }

    private List<String> listed() {
        return notices.listedOf(ID).stream().map(StaffNotice::id).toList();
    }

    @Test
    void theLatestNoticeOfACaseTakesThePlaceOfTheEarlierOnes() {
        keep.take(notice(3, NoticeKind.HALF, null));
        keep.take(notice(5, NoticeKind.DUE, null));

        assertThat(listed()).containsExactly(ID + "/due.5");
    }

    @Test
    void aDuplicateIsOneAndSettledStaysSettled() {
        keep.take(notice(3, NoticeKind.HALF, null));
        keep.take(notice(5, NoticeKind.DUE, null));

        keep.take(notice(3, NoticeKind.HALF, null));
        keep.take(notice(5, NoticeKind.DUE, null));

        assertThat(notices.size()).isEqualTo(2);
        assertThat(listed()).containsExactly(ID + "/due.5");
    }

    @Test
    void anEarlierOneThatComesLateIsNotListed() {
        keep.take(notice(5, NoticeKind.DUE, null));
        keep.take(notice(3, NoticeKind.HALF, null));

        assertThat(listed()).containsExactly(ID + "/due.5");
    }

    @ParameterizedTest
    @EnumSource(value = Standing.Phase.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    void aCaseThatIsOverHasNoNoticesWhicheverCameFirst(Standing.Phase over) {
        CaseRecord ended = OPENED.standing(Standing.NEW.in(over, NINE));
        cases.put(OPENED);
        keep.take(notice(3, NoticeKind.DUE, null));

        cases.put(ended);
        keep.follow(ID);
        assertThat(listed()).isEmpty();

        keep.take(notice(4, NoticeKind.OVERDUE, null));
        assertThat(listed()).isEmpty();
    }

    @Test
    void whatIsHandledTogetherWithAnotherHasNoneUntilItGoesOnByItself() {
        CaseRecord merged = OPENED.after(Step.MERGED, 6, null);
        cases.put(merged);
        keep.take(notice(3, NoticeKind.DUE, null));
        assertThat(listed()).isEmpty();

        cases.put(merged.after(Step.CONTINUED, 9, null));
        keep.take(notice(4, NoticeKind.OVERDUE, null));

        assertThat(listed()).containsExactly(ID + "/overdue.4");
    }

    @Test
    void aNoticeGoesWithItsCaseToWhoHasItNow() {
        cases.put(OPENED);
        keep.take(notice(3, NoticeKind.DUE, null));

        cases.put(OPENED.takenBy("officer-1", NINE.plusSeconds(10)));
        keep.follow(ID);

        StaffNotice taken = notices.listedOf(ID).getFirst();
        assertThat(taken.officerId()).isEqualTo("officer-1");
        assertThat(taken.listedAt()).as("new to the officer").isEqualTo(NINE.plusSeconds(60));
        assertThat(NoticeList.of(taken))
                .contains(NoticeList.ofOfficer("seogu", "construction", "officer-1"))
                .doesNotContain(NoticeList.untaken("seogu", "construction"));

        cases.put(OPENED.takenBy("officer-1", NINE.plusSeconds(10)).assignedTo("parks", NINE.plusSeconds(20)));
        keep.follow(ID);

        StaffNotice moved = notices.listedOf(ID).getFirst();
        assertThat(moved.departmentId()).isEqualTo("parks");
        assertThat(moved.officerId()).isNull();
        assertThat(moved.listedAt()).as("new to the other department").isEqualTo(NINE.plusSeconds(60));
        assertThat(moved.id()).isEqualTo(ID + "/due.3");
    }

    @Test
    void whatNobodyHasAcceptedStaysWhereRoutingPutIt() {
        cases.put(FILED);
        keep.take(notice(1, NoticeKind.ACCEPTANCE, null));

        assertThat(notices.page(Set.of(NoticeList.untaken("seogu", "construction")), null, 10)
                        .items())
                .hasSize(1);
    }

    @Test
    void whatWasToBeAcceptedIsSettledWhenItIsWhicheverCameFirst() {
        cases.put(FILED);
        keep.take(notice(1, NoticeKind.ACCEPTANCE, null));
        assertThat(listed()).hasSize(1);

        cases.put(FILED.accepted());
        keep.follow(ID);
        assertThat(listed()).isEmpty();

        keep.take(notice(2, NoticeKind.ACCEPTANCE, null));
        assertThat(listed()).as("said before, and heard late").isEmpty();
        cases.put(FILED.assignedTo("parks", NINE.minusSeconds(60)));
        keep.take(notice(3, NoticeKind.ACCEPTANCE, null));
        assertThat(listed()).isEmpty();
    }

    @Test
    void whatWasSaidOfADeadlineThatWasMovedSinceIsSettledWhicheverCameFirst() {
        cases.put(OPENED);
        keep.take(notice(3, NoticeKind.OVERDUE, null));

        cases.put(OPENED.clockMoved(NINE.plusSeconds(10)));
        keep.follow(ID);
        assertThat(listed()).isEmpty();
        keep.take(notice(4, NoticeKind.OVERDUE, null));
        assertThat(listed()).isEmpty();

        cases.put(OPENED.clockMoved(NINE.minusSeconds(10)));
        keep.take(notice(5, NoticeKind.HALF, null));
        assertThat(listed()).as("of the new deadline").containsExactly(ID + "/half.5");
    }

    @Test
    void whatRoutingSaidSinceTheCaseLastMovedIsBelieved() {
        cases.put(OPENED.takenBy("officer-1", NINE.minusSeconds(60)).assignedTo("parks", NINE.minusSeconds(30)));
        keep.take(notice(3, NoticeKind.DUE, "officer-2"));
        keep.follow(ID);

        StaffNotice listed = notices.listedOf(ID).getFirst();
        assertThat(listed.departmentId()).as("on its way through the intake").isEqualTo("construction");
        assertThat(listed.officerId()).isEqualTo("officer-2");
    }

    @Test
    void aNoticeThatIsHandedToAnotherOfficerIsNewToThem() {
        cases.put(OPENED);
        keep.take(notice(3, NoticeKind.DUE, "officer-1"));

        cases.put(OPENED.takenBy("officer-2", NINE.plusSeconds(10)));
        keep.follow(ID);
        assertThat(notices.listedOf(ID).getFirst().listedAt()).isEqualTo(NINE.plusSeconds(60));
    }

    @Test
    void whoIsOvertakenByAnotherMoveLooksAgain() {
        cases.put(OPENED);
        keep.take(notice(3, NoticeKind.DUE, null));
        cases.put(OPENED.takenBy("officer-1", NINE.plusSeconds(10)));
        notices.beforeNextMove(() -> {
            cases.put(OPENED.takenBy("officer-1", NINE.plusSeconds(10)).assignedTo("parks", NINE.plusSeconds(20)));
            keep.follow(ID);
        });

        keep.follow(ID);

        assertThat(notices.listedOf(ID).getFirst().departmentId()).isEqualTo("parks");
    }

    @Test
    void whoIsOvertakenEachTimeGivesUpAndTheEventComesAgain() {
        cases.put(OPENED);
        keep.take(notice(3, NoticeKind.DUE, null));
        cases.put(OPENED.takenBy("officer-1", NINE.plusSeconds(10)));
        notices.refuseMoves();

        assertThatThrownBy(() -> keep.follow(ID)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oldOnesAreSweptWhetherOrNotTheyAreListed() {
        keep.take(notice(3, NoticeKind.HALF, null));
        keep.take(notice(5, NoticeKind.DUE, null));
        NoticeSettings settings = new NoticeSettings(Duration.ofDays(90), Duration.ofHours(1));

        try (NoticeSweep young =
                new NoticeSweep(notices, settings, Clock.fixed(NINE.plus(Duration.ofDays(90)), ZoneOffset.UTC))) {
            young.round();
        }
        assertThat(notices.size()).isEqualTo(2);
        try (NoticeSweep old =
                new NoticeSweep(notices, settings, Clock.fixed(NINE.plus(Duration.ofDays(91)), ZoneOffset.UTC))) {
            old.round();
        }
        assertThat(notices.size()).isZero();
    }
}
