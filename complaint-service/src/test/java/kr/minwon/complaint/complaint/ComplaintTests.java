package kr.minwon.complaint.complaint;

import static kr.minwon.complaint.complaint.ComplaintMother.CONSTRUCTION;
import static kr.minwon.complaint.complaint.ComplaintMother.DEADLINE;
import static kr.minwon.complaint.complaint.ComplaintMother.LATER;
import static kr.minwon.complaint.complaint.ComplaintMother.OFFICER;
import static kr.minwon.complaint.complaint.ComplaintMother.WASTE;
import static kr.minwon.complaint.complaint.ComplaintMother.changed;
import static kr.minwon.complaint.complaint.ComplaintStatus.ACCEPTED;
import static kr.minwon.complaint.complaint.ComplaintStatus.ANSWERED;
import static kr.minwon.complaint.complaint.ComplaintStatus.ASSIGNED;
import static kr.minwon.complaint.complaint.ComplaintStatus.CLOSED;
import static kr.minwon.complaint.complaint.ComplaintStatus.FILED;
import static kr.minwon.complaint.complaint.ComplaintStatus.IN_PROGRESS;
import static kr.minwon.complaint.complaint.ComplaintStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintAnswered;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintAssigned;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintClosed;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintStarted;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintSubmitted;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintWithdrawn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table "Life of a complaint" of docs/architecture.md, every cell of it, and what it does not say in a cell. */
class ComplaintTests {
    /** A column of the table. */
    enum Move {
        ROUTING_ASSIGNED(complaint -> complaint.assigned(CONSTRUCTION, DEADLINE, LATER, 1), ComplaintAssigned.class),
        ROUTING_ASSIGNED_ANOTHER(complaint -> complaint.assigned(WASTE, DEADLINE, LATER, 2), ComplaintAssigned.class),
        ROUTING_CLAIMED(complaint -> complaint.claimed(CONSTRUCTION, OFFICER, LATER), ComplaintStarted.class),
        ROUTING_CLAIMED_BY_ANOTHER(
                complaint -> complaint.claimed(CONSTRUCTION, new Officer("acc-construction-2", "다른 담당"), LATER),
                ComplaintStarted.class),
        ANSWER(ComplaintMother::answer, ComplaintAnswered.class),
        ANSWER_OF_ANOTHER_DEPARTMENT(
                complaint -> complaint.answer(
                        Outcome.GRANTED, "답변", new Officer("acc-waste-1", "청소"), Set.of("waste"), LATER, null),
                ComplaintAnswered.class),
        CHANGE(complaint -> complaint.change("놀이터 옆입니다.", LATER, null), ComplaintEvent.ComplaintChanged.class),
        ACCEPT(complaint -> complaint.accept(OFFICER, LATER), ComplaintEvent.ComplaintAccepted.class),
        WITHDRAW(complaint -> complaint.withdraw("해결됨", LATER, null), ComplaintWithdrawn.class),
        RATE(complaint -> complaint.rate(4, null, LATER, null), ComplaintClosed.class);

        private final Function<Complaint, Decision> verb;
        private final Class<? extends ComplaintEvent> event;

        Move(Function<Complaint, Decision> verb, Class<? extends ComplaintEvent> event) {
            this.verb = verb;
            this.event = event;
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    FILED,       ROUTING_ASSIGNED,             no effect
                    FILED,       ROUTING_ASSIGNED_ANOTHER,     no effect
                    FILED,       ROUTING_CLAIMED,              no effect
                    FILED,       ROUTING_CLAIMED_BY_ANOTHER,   no effect
                    FILED,       ANSWER,                       NOT_YET_ACCEPTED
                    FILED,       ANSWER_OF_ANOTHER_DEPARTMENT, NOT_YET_ACCEPTED
                    FILED,       WITHDRAW,                     WITHDRAWN
                    FILED,       RATE,                         NOT_YET_ANSWERED
                    ACCEPTED,    ROUTING_ASSIGNED,             ASSIGNED
                    ACCEPTED,    ROUTING_ASSIGNED_ANOTHER,     ASSIGNED
                    ACCEPTED,    ROUTING_CLAIMED,              IN_PROGRESS
                    ACCEPTED,    ROUTING_CLAIMED_BY_ANOTHER,   IN_PROGRESS
                    ACCEPTED,    ANSWER,                       NOT_YET_ROUTED
                    ACCEPTED,    ANSWER_OF_ANOTHER_DEPARTMENT, NOT_YET_ROUTED
                    ACCEPTED,    WITHDRAW,                     WITHDRAWN
                    ACCEPTED,    RATE,                         NOT_YET_ANSWERED
                    ASSIGNED,    ROUTING_ASSIGNED,             ASSIGNED
                    ASSIGNED,    ROUTING_ASSIGNED_ANOTHER,     ASSIGNED
                    ASSIGNED,    ROUTING_CLAIMED,              IN_PROGRESS
                    ASSIGNED,    ROUTING_CLAIMED_BY_ANOTHER,   IN_PROGRESS
                    ASSIGNED,    ANSWER,                       ANSWERED
                    ASSIGNED,    ANSWER_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    ASSIGNED,    WITHDRAW,                     WITHDRAWN
                    ASSIGNED,    RATE,                         NOT_YET_ANSWERED
                    IN_PROGRESS, ROUTING_ASSIGNED,             IN_PROGRESS
                    IN_PROGRESS, ROUTING_ASSIGNED_ANOTHER,     ASSIGNED
                    IN_PROGRESS, ROUTING_CLAIMED,              no effect
                    IN_PROGRESS, ROUTING_CLAIMED_BY_ANOTHER,   IN_PROGRESS
                    IN_PROGRESS, ANSWER,                       ANSWERED
                    IN_PROGRESS, ANSWER_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    IN_PROGRESS, WITHDRAW,                     WITHDRAWN
                    IN_PROGRESS, RATE,                         NOT_YET_ANSWERED
                    ANSWERED,    ROUTING_ASSIGNED,             no effect
                    ANSWERED,    ROUTING_ASSIGNED_ANOTHER,     no effect
                    ANSWERED,    ROUTING_CLAIMED,              no effect
                    ANSWERED,    ROUTING_CLAIMED_BY_ANOTHER,   no effect
                    ANSWERED,    ANSWER,                       ALREADY_ANSWERED
                    ANSWERED,    ANSWER_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    ANSWERED,    WITHDRAW,                     ALREADY_ANSWERED
                    ANSWERED,    RATE,                         CLOSED
                    CLOSED,      ROUTING_ASSIGNED,             no effect
                    CLOSED,      ROUTING_ASSIGNED_ANOTHER,     no effect
                    CLOSED,      ROUTING_CLAIMED,              no effect
                    CLOSED,      ROUTING_CLAIMED_BY_ANOTHER,   no effect
                    CLOSED,      ANSWER,                       ALREADY_CLOSED
                    CLOSED,      ANSWER_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    CLOSED,      WITHDRAW,                     ALREADY_CLOSED
                    CLOSED,      RATE,                         ALREADY_CLOSED
                    WITHDRAWN,   ROUTING_ASSIGNED,             no effect
                    WITHDRAWN,   ROUTING_ASSIGNED_ANOTHER,     no effect
                    WITHDRAWN,   ROUTING_CLAIMED,              no effect
                    WITHDRAWN,   ROUTING_CLAIMED_BY_ANOTHER,   no effect
                    WITHDRAWN,   ANSWER,                       ALREADY_WITHDRAWN
                    WITHDRAWN,   ANSWER_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    WITHDRAWN,   WITHDRAW,                     ALREADY_WITHDRAWN
                    WITHDRAWN,   RATE,                         ALREADY_WITHDRAWN
                    SUPPLEMENT_REQUESTED, ROUTING_ASSIGNED,             SUPPLEMENT_REQUESTED
                    SUPPLEMENT_REQUESTED, ROUTING_ASSIGNED_ANOTHER,     SUPPLEMENT_REQUESTED
                    SUPPLEMENT_REQUESTED, ROUTING_CLAIMED,              no effect
                    SUPPLEMENT_REQUESTED, ROUTING_CLAIMED_BY_ANOTHER,   SUPPLEMENT_REQUESTED
                    SUPPLEMENT_REQUESTED, ANSWER,                       SUPPLEMENT_AWAITED
                    SUPPLEMENT_REQUESTED, ANSWER_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    SUPPLEMENT_REQUESTED, WITHDRAW,                     WITHDRAWN
                    SUPPLEMENT_REQUESTED, RATE,                         NOT_YET_ANSWERED
                    RETURNED, ROUTING_ASSIGNED, no effect
                    RETURNED, ROUTING_ASSIGNED_ANOTHER, no effect
                    RETURNED, ROUTING_CLAIMED, no effect
                    RETURNED, ROUTING_CLAIMED_BY_ANOTHER, no effect
                    RETURNED, ANSWER, ALREADY_RETURNED
                    RETURNED, ANSWER_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    RETURNED, WITHDRAW, ALREADY_RETURNED
                    RETURNED, RATE, ALREADY_RETURNED
                    TRANSFERRED, ROUTING_ASSIGNED, no effect
                    TRANSFERRED, ROUTING_ASSIGNED_ANOTHER, no effect
                    TRANSFERRED, ROUTING_CLAIMED, no effect
                    TRANSFERRED, ROUTING_CLAIMED_BY_ANOTHER, no effect
                    TRANSFERRED, ANSWER, ALREADY_TRANSFERRED
                    TRANSFERRED, ANSWER_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    TRANSFERRED, WITHDRAW, ALREADY_TRANSFERRED
                    TRANSFERRED, RATE, ALREADY_TRANSFERRED
                    FILED, CHANGE, FILED
                    ACCEPTED, CHANGE, ACCEPTED
                    ASSIGNED, CHANGE, ASSIGNED
                    IN_PROGRESS, CHANGE, IN_PROGRESS
                    SUPPLEMENT_REQUESTED, CHANGE, SUPPLEMENT_REQUESTED
                    ANSWERED, CHANGE, ALREADY_ANSWERED
                    CLOSED, CHANGE, ALREADY_CLOSED
                    WITHDRAWN, CHANGE, ALREADY_WITHDRAWN
                    RETURNED, CHANGE, ALREADY_RETURNED
                    TRANSFERRED, CHANGE, ALREADY_TRANSFERRED
                    FILED, ACCEPT, ACCEPTED
                    ACCEPTED, ACCEPT, no effect
                    ASSIGNED, ACCEPT, no effect
                    IN_PROGRESS, ACCEPT, no effect
                    SUPPLEMENT_REQUESTED, ACCEPT, no effect
                    ANSWERED, ACCEPT, ALREADY_ANSWERED
                    CLOSED, ACCEPT, ALREADY_CLOSED
                    WITHDRAWN, ACCEPT, ALREADY_WITHDRAWN
                    RETURNED, ACCEPT, ALREADY_RETURNED
                    TRANSFERRED, ACCEPT, ALREADY_TRANSFERRED
                    """)
    void movesAsTheTableSays(ComplaintStatus from, Move move, String outcome) {
        Complaint before = ComplaintMother.in(from);

        Decision decision = move.verb.apply(before);

        switch (decision) {
            case Decision.Changed changed -> {
                assertThat(changed.complaint().status().name()).isEqualTo(outcome);
                assertThat(changed.events()).hasExactlyElementsOfTypes(move.event);
                assertThat(changed.complaint().progress().timeline().entries())
                        .hasSize(before.progress().timeline().entries().size() + 1);
            }
            case Decision.Unchanged unchanged -> {
                assertThat(outcome).isEqualTo("no effect");
                assertThat(unchanged.complaint()).isEqualTo(before);
            }
            case Decision.Refused refused ->
                assertThat(refused.refusal().name()).isEqualTo(outcome);
        }
    }

    @Test
    void coversEveryStateAndMove() {
        long rows = java.util.Arrays.stream(ComplaintTests.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("movesAsTheTableSays"))
                .mapToLong(method -> method.getAnnotation(CsvSource.class)
                        .textBlock()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .distinct()
                        .count())
                .sum();

        assertThat(rows).isEqualTo((long) ComplaintStatus.values().length * Move.values().length);
    }

    @Test
    void isChangedTenTimesAtMostAndARepeatIsNoChange() {
        Complaint complaint = ComplaintMother.in(ASSIGNED);
        RequestMark request = new RequestMark("change", "c1:content");
        complaint = changed(complaint.change("처음", LATER, request));
        assertThat(complaint.change("처음", LATER, request)).isInstanceOf(Decision.Unchanged.class);
        for (int n = 1; n < Limits.CHANGES; n++) {
            complaint = changed(complaint.change("또", LATER, null));
        }

        assertThat(complaint.change("또", LATER, null)).isEqualTo(new Decision.Refused(Refusal.TOO_MANY_CHANGES));
        assertThat(complaint.filing().body()).isEqualTo("사흘째 꺼져 있습니다.");
    }

    @Test
    void isAcceptedTheMomentItIsFiledOnLine() {
        Decision.Changed filed = Complaint.file(ComplaintMother.filing(ACCEPTED));

        assertThat(filed.complaint().progress().acceptedAt()).isEqualTo(ComplaintMother.FILED_AT);
        assertThat(filed.events()).containsExactly(new ComplaintSubmitted());
        assertThat(filed.complaint().progress().timeline().entries())
                .extracting(Timeline.Entry::step)
                .containsExactly("filed", "accepted");
    }

    @Test
    void waitsForAcceptanceWhereTheOfficeAcceptsByHand() {
        Complaint filed = Complaint.file(ComplaintMother.filing(FILED)).complaint();

        assertThat(filed.status()).isEqualTo(FILED);
        assertThat(filed.progress().acceptedAt()).isNull();
    }

    @Test
    void losesItsOfficerWithItsDepartment() {
        Complaint moved = changed(ComplaintMother.in(IN_PROGRESS).assigned(WASTE, DEADLINE, LATER, 2));

        assertThat(moved.progress().officer()).isNull();
        assertThat(moved.progress().department()).isEqualTo(WASTE);
    }

    @Test
    void keepsItsOfficerWhenOnlyTheDeadlineMoves() {
        Deadline extended = new Deadline(LATER, "5d", List.of("연장했습니다."), "기타민원");

        Complaint extendedComplaint =
                changed(ComplaintMother.in(IN_PROGRESS).assigned(CONSTRUCTION, extended, LATER, 1));

        assertThat(extendedComplaint.progress().officer()).isEqualTo(OFFICER);
        assertThat(extendedComplaint.progress().deadline()).isEqualTo(extended);
    }

    @Test
    void keepsWhoAnsweredWhat() {
        Decision.Changed answered = (Decision.Changed) ComplaintMother.answer(ComplaintMother.in(ASSIGNED));

        assertThat(answered.events()).first().isInstanceOfSatisfying(ComplaintAnswered.class, event -> {
            assertThat(event.number()).isEqualTo(1);
            assertThat(event.answer().department()).isEqualTo(CONSTRUCTION);
        });
        assertThat(answered.complaint().progress().officer()).isEqualTo(OFFICER);
    }

    @ParameterizedTest
    @EnumSource(
            value = ComplaintStatus.class,
            names = {"ANSWERED", "CLOSED"})
    void answersARepeatedAnswerAsTheFirstTime(ComplaintStatus since) {
        RequestMark mark = new RequestMark("key", "c1:content");
        Complaint answered = changed(ComplaintMother.answer(ComplaintMother.in(ASSIGNED), mark));
        Complaint now = since == CLOSED ? changed(answered.rate(5, null, LATER, null)) : answered;

        assertThat(ComplaintMother.answer(now, mark)).isEqualTo(new Decision.Unchanged(now));
        assertThat(ComplaintMother.answer(now, new RequestMark("key", "c1:other")))
                .isEqualTo(new Decision.Refused(Refusal.KEY_REUSED));
        assertThat(ComplaintMother.answer(now, new RequestMark("another", "c1:content")))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void answersARepeatedWithdrawalAndRatingAsTheFirstTime() {
        RequestMark mark = new RequestMark("key", "c1:content");
        Complaint withdrawn = changed(ComplaintMother.in(ACCEPTED).withdraw(null, LATER, mark));
        Complaint rated = changed(ComplaintMother.in(ANSWERED).rate(3, null, LATER, mark));

        assertThat(withdrawn.withdraw(null, LATER, mark)).isEqualTo(new Decision.Unchanged(withdrawn));
        assertThat(rated.rate(3, null, LATER, mark)).isEqualTo(new Decision.Unchanged(rated));
    }

    @Test
    void takesTheKeyForAnswerWhenTheDigestKeyWasRotated() {
        RequestMark first = new RequestMark("key", "c1:content");

        assertThat(first.compare(new RequestMark("key", "c2:under another key")))
                .isEqualTo(RequestMark.Comparison.REPEAT);
    }

    @Test
    void keepsTheHighestRankOfEachText() {
        Complaint complaint = ComplaintMother.in(ACCEPTED);

        Complaint delivered = changed(complaint.told(message("received.1", "delivered", 4)));

        assertThat(delivered.told(message("received.1", "accepted", 2))).isEqualTo(new Decision.Unchanged(delivered));
        assertThat(delivered.told(message("received.1", "failed", 4))).isEqualTo(new Decision.Unchanged(delivered));
        assertThat(delivered.progress().messages()).containsExactly(message("received.1", "delivered", 4));
        assertThat(delivered.progress().timeline().entries().getLast().text()).isEqualTo("접수 안내 문자가 도착했습니다.");
    }

    @Test
    void tellsTheResidentOnlyHowATextEnded() {
        Complaint accepted = changed(ComplaintMother.in(ACCEPTED).told(message("assigned.1", "accepted", 2)));
        int before = accepted.progress().timeline().entries().size();

        Complaint failed = changed(accepted.told(message("assigned.1", "failed", 4)));

        assertThat(before).isEqualTo(2);
        assertThat(failed.progress().timeline().entries().getLast().text()).isEqualTo("담당 부서 안내 문자가 도착하지 못했습니다.");
    }

    @Test
    void keepsABoundedNumberOfTexts() {
        Complaint complaint = ComplaintMother.in(ACCEPTED);
        for (int i = 0; i <= Limits.MESSAGES; i++) {
            complaint = changed(complaint.told(message("assigned." + i, "accepted", 2)));
        }

        assertThat(complaint.progress().messages()).hasSize(Limits.MESSAGES);
        assertThat(complaint.progress().messages().getFirst().step()).isEqualTo("assigned.1");
    }

    @Test
    void notesARevealForTheStaffOnly() {
        Complaint revealed = changed(ComplaintMother.in(ASSIGNED).revealed(OFFICER, LATER));

        Timeline.Entry last = revealed.progress().timeline().entries().getLast();
        assertThat(last.staffOnly()).isTrue();
        assertThat(last.text()).contains("건설과 담당", "acc-construction-1");
    }

    @Test
    void continuesALongTimelineInPages() {
        Timeline timeline = new Timeline(
                0,
                IntStream.range(0, Limits.TIMELINE)
                        .mapToObj(i -> new Timeline.Entry(Instant.EPOCH, "step", "일 " + i, false))
                        .toList());
        assertThat(timeline.overflow()).isEmpty();

        Timeline over = timeline.plus(new Timeline.Entry(Instant.EPOCH, "step", "마지막", false));

        assertThat(over.overflow()).hasValueSatisfying(page -> {
            assertThat(page.number()).isEqualTo(1);
            assertThat(page.entries()).hasSize(Limits.TIMELINE_PAGE);
            assertThat(page.entries().getFirst().text()).isEqualTo("일 0");
        });
        assertThat(over.bounded().pages()).isEqualTo(1);
        assertThat(over.bounded().entries())
                .hasSize(Limits.TIMELINE + 1 - Limits.TIMELINE_PAGE)
                .first()
                .extracting(Timeline.Entry::text)
                .isEqualTo("일 " + Limits.TIMELINE_PAGE);
        assertThat(over.bounded().overflow()).isEmpty();
    }

    @Test
    void readsEveryStatusFromItsWireName() {
        assertThat(ComplaintStatus.values())
                .allSatisfy(status ->
                        assertThat(ComplaintStatus.of(status.wireName())).isEqualTo(status));
        assertThat(WITHDRAWN.wireName()).isEqualTo("withdrawn");
    }

    private static MessageState message(String step, String state, int rank) {
        return new MessageState(ComplaintMother.ID + "/" + step + "/reporter", step, state, rank, LATER, "smpp", null);
    }

    @Test
    void whatIsSentAgainUnderItsKeyIsDoneOnce() {
        RequestMark first = new RequestMark("key", "c1:one");
        Complaint noted = changed(note(ComplaintMother.in(ASSIGNED), first));

        assertThat(note(noted, first)).isInstanceOf(Decision.Unchanged.class);
        assertThat(note(noted, new RequestMark("key", "c1:other"))).isEqualTo(new Decision.Refused(Refusal.KEY_REUSED));
        assertThat(changed(note(noted, null)).progress().timeline().entries())
                .as("without a key each request is one of its own")
                .hasSize(noted.progress().timeline().entries().size() + 1);
        Complaint often = noted;
        for (int other = 0; other < 2 * Limits.REQUESTS; other++) {
            often = changed(note(often, new RequestMark("key-" + other, "c1:one")));
        }
        assertThat(often.progress().requests()).hasSize(Limits.REQUESTS);
    }

    private static Decision note(Complaint complaint, @Nullable RequestMark request) {
        return complaint.once(request, () -> complaint.noted(OFFICER, "메모", LATER));
    }
}
