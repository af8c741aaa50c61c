package kr.minwon.complaint.complaint;

import static kr.minwon.complaint.complaint.ComplaintMother.ACTING;
import static kr.minwon.complaint.complaint.ComplaintMother.CONSTRUCTION;
import static kr.minwon.complaint.complaint.ComplaintMother.DEADLINE;
import static kr.minwon.complaint.complaint.ComplaintMother.ELSEWHERE;
import static kr.minwon.complaint.complaint.ComplaintMother.LATER;
import static kr.minwon.complaint.complaint.ComplaintMother.LEAD;
import static kr.minwon.complaint.complaint.ComplaintMother.OFFICER;
import static kr.minwon.complaint.complaint.ComplaintMother.WASTE;
import static kr.minwon.complaint.complaint.ComplaintMother.changed;
import static kr.minwon.complaint.complaint.ComplaintMother.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintAnswered;
import kr.minwon.complaint.complaint.ComplaintEvent.DraftChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Drafts and approvals: every state with every command, and what becomes of a draft when its case changes. */
class DraftsTests {
    private static final Procedures.Acting ELSEWHERE_LEAD =
            new Procedures.Acting(new Officer("acc-waste-lead", "청소행정과장"), Set.of("waste"));

    private static final Procedures.Acting OTHER_LEAD =
            new Procedures.Acting(new Officer("acc-construction-head", "건설국장"), Set.of("construction"));

    /** A column of the table. */
    enum Move {
        DRAFT(ComplaintMother::draft),
        DRAFT_OF_ANOTHER_DEPARTMENT(
                complaint -> Drafts.save(complaint, Outcome.GRANTED, "?", null, ELSEWHERE_LEAD, LATER)),
        APPROVE(complaint -> Drafts.approve(complaint, 1, LEAD, LATER, null)),
        APPROVE_WHAT_IS_DRAFTED(complaint -> Drafts.approve(changed(draft(complaint)), 1, LEAD, LATER, null)),
        APPROVE_OF_ANOTHER_DEPARTMENT(complaint -> Drafts.approve(complaint, 1, ELSEWHERE_LEAD, LATER, null)),
        RETURN(complaint -> Drafts.giveBack(complaint, 1, "근거", LEAD, LATER)),
        RETURN_WHAT_IS_DRAFTED(complaint -> Drafts.giveBack(changed(draft(complaint)), 1, "근거", LEAD, LATER));

        private final Function<Complaint, Decision> verb;

        Move(Function<Complaint, Decision> verb) {
            this.verb = verb;
        }
    }

    /** What is drafted is decided on only where something can be drafted. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    FILED, DRAFT, NOT_YET_ACCEPTED
                    FILED, DRAFT_OF_ANOTHER_DEPARTMENT, NOT_YET_ACCEPTED
                    FILED, APPROVE, NOT_YET_ACCEPTED
                    FILED, APPROVE_OF_ANOTHER_DEPARTMENT, NOT_YET_ACCEPTED
                    FILED, RETURN, NOT_YET_ACCEPTED
                    ACCEPTED, DRAFT, NOT_YET_ROUTED
                    ACCEPTED, DRAFT_OF_ANOTHER_DEPARTMENT, NOT_YET_ROUTED
                    ACCEPTED, APPROVE, NOT_YET_ROUTED
                    ACCEPTED, APPROVE_OF_ANOTHER_DEPARTMENT, NOT_YET_ROUTED
                    ACCEPTED, RETURN, NOT_YET_ROUTED
                    ASSIGNED, DRAFT, ASSIGNED
                    ASSIGNED, DRAFT_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    ASSIGNED, APPROVE, NO_DRAFT_AWAITING
                    ASSIGNED, APPROVE_WHAT_IS_DRAFTED, ANSWERED
                    ASSIGNED, APPROVE_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    ASSIGNED, RETURN, NO_DRAFT_AWAITING
                    ASSIGNED, RETURN_WHAT_IS_DRAFTED, ASSIGNED
                    IN_PROGRESS, DRAFT, IN_PROGRESS
                    IN_PROGRESS, DRAFT_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    IN_PROGRESS, APPROVE, NO_DRAFT_AWAITING
                    IN_PROGRESS, APPROVE_WHAT_IS_DRAFTED, ANSWERED
                    IN_PROGRESS, APPROVE_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    IN_PROGRESS, RETURN, NO_DRAFT_AWAITING
                    IN_PROGRESS, RETURN_WHAT_IS_DRAFTED, IN_PROGRESS
                    SUPPLEMENT_REQUESTED, DRAFT, SUPPLEMENT_AWAITED
                    SUPPLEMENT_REQUESTED, DRAFT_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    SUPPLEMENT_REQUESTED, APPROVE, SUPPLEMENT_AWAITED
                    SUPPLEMENT_REQUESTED, APPROVE_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    SUPPLEMENT_REQUESTED, RETURN, SUPPLEMENT_AWAITED
                    ANSWERED, DRAFT, ALREADY_ANSWERED
                    ANSWERED, DRAFT_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    ANSWERED, APPROVE, ALREADY_ANSWERED
                    ANSWERED, APPROVE_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    ANSWERED, RETURN, ALREADY_ANSWERED
                    CLOSED, DRAFT, ALREADY_CLOSED
                    CLOSED, DRAFT_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    CLOSED, APPROVE, ALREADY_CLOSED
                    CLOSED, APPROVE_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    CLOSED, RETURN, ALREADY_CLOSED
                    WITHDRAWN, DRAFT, ALREADY_WITHDRAWN
                    WITHDRAWN, DRAFT_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    WITHDRAWN, APPROVE, ALREADY_WITHDRAWN
                    WITHDRAWN, APPROVE_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    WITHDRAWN, RETURN, ALREADY_WITHDRAWN
                    RETURNED, DRAFT, ALREADY_RETURNED
                    RETURNED, DRAFT_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    RETURNED, APPROVE, ALREADY_RETURNED
                    RETURNED, APPROVE_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    RETURNED, RETURN, ALREADY_RETURNED
                    TRANSFERRED, DRAFT, ALREADY_TRANSFERRED
                    TRANSFERRED, DRAFT_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    TRANSFERRED, APPROVE, ALREADY_TRANSFERRED
                    TRANSFERRED, APPROVE_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    TRANSFERRED, RETURN, ALREADY_TRANSFERRED
                    """)
    void movesAsTheTableSays(ComplaintStatus from, Move move, String outcome) {
        Decision decision = move.verb.apply(ComplaintMother.in(from));

        String became = switch (decision) {
            case Decision.Changed changed -> changed.complaint().status().name();
            case Decision.Unchanged unchanged -> "no effect";
            case Decision.Refused refused -> refused.refusal().name();
        };
        assertThat(became).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "FILED",
        "ACCEPTED",
        "SUPPLEMENT_REQUESTED",
        "ANSWERED",
        "CLOSED",
        "WITHDRAWN",
        "RETURNED",
        "TRANSFERRED"
    })
    void whatCannotBeAnsweredCannotBeDrafted(ComplaintStatus status) {
        assertThat(draft(ComplaintMother.in(status))).isEqualTo(ComplaintMother.answer(ComplaintMother.in(status)));
    }

    @Test
    void aDraftIsForTheStaffAlone() {
        Complaint before = ComplaintMother.in(ComplaintStatus.IN_PROGRESS);
        Decision.Changed drafted = (Decision.Changed) draft(before);

        assertThat(drafted.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        DraftChanged.class, event -> assertThat(event.state()).isEqualTo(DraftChanged.State.AWAITING));
        assertThat(drafted.complaint().progress().answers()).isEmpty();
        assertThat(lastEntry(drafted.complaint()).staffOnly()).isTrue();
        assertThat(lastEntry(drafted.complaint()).text()).isEqualTo("건설과 담당 님이 답변을 결재에 올렸습니다(1번째).");
    }

    @Test
    void whatIsApprovedGoesOutAsItsAuthorsAnswer() {
        Complaint drafted = changed(draft(ComplaintMother.in(ComplaintStatus.IN_PROGRESS)));

        Decision.Changed approved = (Decision.Changed) Drafts.approve(drafted, 1, LEAD, LATER, null);

        Answer answer = approved.complaint().progress().answers().getLast();
        assertThat(answer.text()).isEqualTo("관할이 아닙니다.");
        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.officer()).isEqualTo(OFFICER);
        assertThat(answer.approvedBy()).isEqualTo(LEAD.officer());
        assertThat(approved.events()).singleElement().isInstanceOf(ComplaintAnswered.class);
        assertThat(approved.complaint().progress().drafting()).isEqualTo(new Drafting(1, null, List.of()));
        assertThat(residentReads(approved.complaint()))
                .as("no word of the approval")
                .isEqualTo(residentReads(changed(
                        drafted.answer(Outcome.REFUSED, "관할이 아닙니다.", OFFICER, Set.of("construction"), LATER, null))));
    }

    @Test
    void nobodyApprovesOrReturnsTheirOwn() {
        Complaint drafted = changed(draft(ComplaintMother.in(ComplaintStatus.ASSIGNED)));

        assertThat(Drafts.approve(drafted, 1, ACTING, LATER, null)).isEqualTo(new Decision.Refused(Refusal.OWN_DRAFT));
        assertThat(Drafts.giveBack(drafted, 1, "근거", ACTING, LATER)).isEqualTo(new Decision.Refused(Refusal.OWN_DRAFT));
    }

    @Test
    void onlyTheRevisionThatWasSeenIsDecidedOn() {
        Complaint second = changed(draft(changed(draft(ComplaintMother.in(ComplaintStatus.ASSIGNED)))));

        assertThat(Drafts.approve(second, 1, LEAD, LATER, null)).isEqualTo(new Decision.Refused(Refusal.DRAFT_CHANGED));
        assertThat(Drafts.giveBack(second, 1, "근거", LEAD, LATER))
                .isEqualTo(new Decision.Refused(Refusal.DRAFT_CHANGED));
        assertThat(Drafts.approve(second, 2, LEAD, LATER, null)).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void onlyTheRevisionThatWasSeenIsReplacedWhereItIsSaid() {
        Complaint none = ComplaintMother.in(ComplaintStatus.ASSIGNED);
        Complaint first = changed(save(none, 0));

        assertThat(save(none, 1)).isEqualTo(new Decision.Refused(Refusal.DRAFT_CHANGED));
        assertThat(save(first, 0)).isEqualTo(new Decision.Refused(Refusal.DRAFT_CHANGED));
        assertThat(current(changed(save(first, 1))).revision()).isEqualTo(2);
    }

    @Test
    void whatWasReturnedIsDraftedAgainAndNotApprovedBefore() {
        Complaint returned = changed(
                Drafts.giveBack(changed(draft(ComplaintMother.in(ComplaintStatus.ASSIGNED))), 1, "근거", LEAD, LATER));

        assertThat(current(returned).returned()).isEqualTo(new AnswerDraft.Returned("근거", LEAD.officer(), LATER));
        assertThat(lastEntry(returned).staffOnly()).isTrue();
        assertThat(Drafts.approve(returned, 1, LEAD, LATER, null))
                .isEqualTo(new Decision.Refused(Refusal.NO_DRAFT_AWAITING));
        Complaint again = changed(save(returned, 1));
        assertThat(current(again).isAwaiting()).isTrue();
        assertThat(changed(Drafts.approve(again, 2, LEAD, LATER, null)).status())
                .isEqualTo(ComplaintStatus.ANSWERED);
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                ending("withdrawn", complaint -> complaint.withdraw(null, LATER, null)),
                ending("answered without it", ComplaintMother::answer),
                ending(
                        "sent to another office",
                        complaint -> Procedures.transferred(complaint, ELSEWHERE, CONSTRUCTION)),
                ending("approved", complaint -> Drafts.approve(complaint, 1, LEAD, LATER, null)));
    }

    private static Arguments ending(String name, Function<Complaint, Decision> verb) {
        return Arguments.of(name, verb);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endings")
    void theEndOfACaseIsTheEndOfItsDraftWithoutAWord(String name, Function<Complaint, Decision> end) {
        Complaint drafted = changed(draft(ComplaintMother.in(ComplaintStatus.ASSIGNED)));

        Decision.Changed ended = (Decision.Changed) end.apply(drafted);

        assertThat(ended.complaint().progress().drafting().current()).isNull();
        assertThat(ended.events()).hasSize(1).noneMatch(DraftChanged.class::isInstance);
    }

    @Test
    void theReturnOfACaseIsTheEndOfItsDraft() {
        Complaint asked = changed(Procedures.requestSupplement(
                changed(draft(ComplaintMother.in(ComplaintStatus.ASSIGNED))), "사진", 10, ACTING, LATER, null));
        assertThat(current(asked).revision()).as("it waits with its case").isEqualTo(1);
        Complaint again =
                changed(Procedures.requestSupplement(asked, "사진", 10, ACTING, LATER.plus(Duration.ofDays(12)), null));

        Complaint ended = changed(Procedures.giveBack(again, "오지 않음", ACTING, ComplaintMother.AFTER_ALL, null));

        assertThat(ended.progress().drafting().current()).isNull();
    }

    @Test
    void aDraftWaitsForTheSupplementAndIsSavedAgainWhenItCame() {
        Complaint asked =
                changed(ComplaintMother.askedOnce(changed(draft(ComplaintMother.in(ComplaintStatus.ASSIGNED)))));
        assertThat(Drafts.approve(asked, 1, LEAD, LATER, null))
                .isEqualTo(new Decision.Refused(Refusal.SUPPLEMENT_AWAITED));

        Complaint supplied = changed(Procedures.supply(asked, "여기", List.of(), LATER, null));

        assertOutdated(supplied);
    }

    @Test
    void whatTheResidentChangedIsReadBeforeADraftFromBeforeIsApproved() {
        Complaint drafted = changed(draft(ComplaintMother.in(ComplaintStatus.ASSIGNED)));

        assertOutdated(changed(drafted.change("놀이터 옆", LATER, null)));
    }

    private static void assertOutdated(Complaint complaint) {
        Procedure procedure = complaint.progress().procedure();
        assertThat(current(complaint).isOutdated(procedure)).isTrue();
        assertThat(Drafts.approve(complaint, 1, LEAD, LATER, null))
                .isEqualTo(new Decision.Refused(Refusal.DRAFT_CHANGED));
        assertThat(Drafts.giveBack(complaint, 1, "근거", LEAD, LATER))
                .as("it may be returned")
                .isInstanceOf(Decision.Changed.class);
        Complaint again = changed(save(complaint, 1));
        assertThat(current(again).isOutdated(procedure)).isFalse();
        assertThat(Drafts.approve(again, 2, LEAD, LATER, null)).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void nobodyWhoWroteInItDecidesThoughAnotherSavedItLast() {
        Complaint none = ComplaintMother.in(ComplaintStatus.ASSIGNED);
        Complaint leads = changed(Drafts.save(none, Outcome.GRANTED, "고쳤습니다.", 0, LEAD, LATER));
        Complaint officers = changed(save(leads, 1));

        assertThat(officers.progress().drafting().authors())
                .containsExactly(LEAD.officer().id(), OFFICER.id());
        assertThat(Drafts.approve(officers, 2, LEAD, LATER, null)).isEqualTo(new Decision.Refused(Refusal.OWN_DRAFT));
        assertThat(Drafts.giveBack(officers, 2, "근거", LEAD, LATER)).isEqualTo(new Decision.Refused(Refusal.OWN_DRAFT));
        Complaint returned = changed(Drafts.giveBack(officers, 2, "근거", OTHER_LEAD, LATER));
        assertThat(Drafts.approve(changed(save(returned, 2)), 3, LEAD, LATER, null))
                .as("nor after a return")
                .isEqualTo(new Decision.Refused(Refusal.OWN_DRAFT));
        assertThat(Drafts.approve(officers, 2, OTHER_LEAD, LATER, null)).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void whoSavedADraftIsRememberedUpToABound() {
        Complaint complaint = ComplaintMother.in(ComplaintStatus.ASSIGNED);
        for (int n = 0; n <= Limits.DRAFT_AUTHORS; n++) {
            Procedures.Acting by = new Procedures.Acting(new Officer("acc-" + n, "담당"), Set.of("construction"));
            complaint = changed(Drafts.save(complaint, Outcome.GRANTED, "고쳤습니다.", n, by, LATER));
        }

        assertThat(complaint.progress().drafting().authors())
                .hasSize(Limits.DRAFT_AUTHORS)
                .endsWith("acc-" + Limits.DRAFT_AUTHORS);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                ending("another department", complaint -> complaint.assigned(WASTE, DEADLINE, LATER, 2)),
                ending("claimed in another department", complaint -> complaint.claimed(WASTE, OFFICER, LATER)),
                ending("merged", complaint -> Groups.follow(complaint, leading(), LATER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aDraftDoesNotOutliveWhatItWasWrittenForAndThatIsTold(String name, Function<Complaint, Decision> change) {
        Complaint drafted = changed(draft(ComplaintMother.in(ComplaintStatus.ASSIGNED)));

        Decision.Changed moved = (Decision.Changed) change.apply(drafted);

        assertThat(moved.complaint().progress().drafting()).isEqualTo(new Drafting(1, null, List.of()));
        assertThat(moved.events())
                .last()
                .isInstanceOfSatisfying(
                        DraftChanged.class, event -> assertThat(event.state()).isEqualTo(DraftChanged.State.DROPPED));
        assertThat(lastEntry(moved.complaint()).staffOnly()).isTrue();
    }

    @Test
    void aRevisionIsNeverCountedTwice() {
        Complaint moved = changed(
                changed(draft(ComplaintMother.in(ComplaintStatus.ASSIGNED))).assigned(WASTE, DEADLINE, LATER, 2));
        Complaint back = changed(moved.assigned(CONSTRUCTION, DEADLINE, LATER, 3));

        Complaint drafted = changed(draft(back));

        assertThat(current(drafted).revision()).isEqualTo(2);
        assertThat(Drafts.approve(drafted, 1, LEAD, LATER, null))
                .as("a page from before")
                .isEqualTo(new Decision.Refused(Refusal.DRAFT_CHANGED));
    }

    @Test
    void whatRoutingSaysOfTheSameDepartmentLeavesADraftAlone() {
        Complaint drafted = changed(draft(ComplaintMother.in(ComplaintStatus.ASSIGNED)));

        assertThat(current(changed(drafted.assigned(CONSTRUCTION, DEADLINE, LATER, 1))))
                .isEqualTo(current(drafted));
        assertThat(current(changed(drafted.claimed(CONSTRUCTION, OFFICER, LATER))))
                .isEqualTo(current(drafted));
        Department renamed = new Department(CONSTRUCTION.id(), "도로건설과", "062-000-0009");
        assertThat(current(changed(drafted.assigned(renamed, DEADLINE, LATER, 1))))
                .as("of another name")
                .isEqualTo(current(drafted));
    }

    @Test
    void anOfficeRequiresApprovalOrMakesAnExceptionOfIt() {
        assertThat(Approval.of("optional", Set.of()).isRequired("seogu")).isFalse();
        assertThat(Approval.of("optional", Set.of("seogu")).isRequired("seogu")).isTrue();
        assertThat(Approval.of("required", Set.of()).isRequired("seogu")).isTrue();
        assertThat(Approval.of("required", Set.of("seogu")).isRequired("seogu")).isFalse();
        assertThatThrownBy(() -> Approval.of("yes", Set.of())).hasMessageContaining("minwon.approval");
    }

    private static Complaint leading() {
        Complaint other = changed(Complaint.file(ComplaintMother.another(1, "c1:another"))
                .complaint()
                .assigned(CONSTRUCTION, DEADLINE, LATER, 1));
        return changed(Groups.merge(
                other,
                List.of(ComplaintMother.filing(ComplaintStatus.ACCEPTED).receiptNumber()),
                "같은 취지",
                ACTING,
                LATER,
                null));
    }

    private static Decision save(Complaint complaint, int seen) {
        return Drafts.save(complaint, Outcome.GRANTED, "고쳤습니다.", seen, ACTING, LATER);
    }

    private static AnswerDraft current(Complaint complaint) {
        return Objects.requireNonNull(complaint.progress().drafting().current());
    }

    private static Timeline.Entry lastEntry(Complaint complaint) {
        return complaint.progress().timeline().entries().getLast();
    }

    private static List<Timeline.Entry> residentReads(Complaint complaint) {
        return complaint.progress().timeline().entries().stream()
                .filter(entry -> !entry.staffOnly())
                .toList();
    }
}
