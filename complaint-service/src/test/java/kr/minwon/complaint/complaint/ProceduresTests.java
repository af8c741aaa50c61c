package kr.minwon.complaint.complaint;

import static kr.minwon.complaint.complaint.ComplaintMother.ACTING;
import static kr.minwon.complaint.complaint.ComplaintMother.AFTER_ALL;
import static kr.minwon.complaint.complaint.ComplaintMother.CONSTRUCTION;
import static kr.minwon.complaint.complaint.ComplaintMother.DEADLINE;
import static kr.minwon.complaint.complaint.ComplaintMother.ELSEWHERE;
import static kr.minwon.complaint.complaint.ComplaintMother.LATER;
import static kr.minwon.complaint.complaint.ComplaintMother.OFFICER;
import static kr.minwon.complaint.complaint.ComplaintMother.askedTwice;
import static kr.minwon.complaint.complaint.ComplaintMother.changed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import kr.minwon.complaint.complaint.ActionLinks.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Supplements, extensions and transfers: every state with every move, and the law's limits. */
class ProceduresTests {
    private static final Consent PROPOSAL =
            new Consent(2, "부품이 아직 오지 않았습니다.", DEADLINE.dueAt(), LATER, null, null, null);

    /** A column of the table. */
    enum Move {
        REQUEST(ComplaintMother::askedOnce),
        REQUEST_OF_ANOTHER_DEPARTMENT(complaint -> Procedures.requestSupplement(
                complaint, "?", 5, new Procedures.Acting(OFFICER, Set.of("waste")), LATER, null)),
        SUPPLY(complaint -> Procedures.supply(complaint, "여기 있습니다.", List.of(), LATER, null)),
        MORE_TIME(complaint -> Procedures.moreTime(complaint, LATER)),
        RETURN(complaint -> Procedures.giveBack(complaint, "보내지 않으셨습니다.", ACTING, AFTER_ALL, null)),
        EXTENDED(complaint -> Procedures.deadlineChanged(
                complaint,
                new DeadlineChange(
                        DeadlineChange.Cause.EXTENDED, 1, "부품", DEADLINE, CONSTRUCTION, OFFICER, LATER, true))),
        PROPOSED(complaint -> Procedures.proposed(complaint, PROPOSAL, CONSTRUCTION, OFFICER)),
        CONSENT(complaint -> Procedures.consent(complaint, true, LATER, null)),
        TRANSFERRED(complaint -> Procedures.transferred(complaint, ELSEWHERE, CONSTRUCTION));

        private final Function<Complaint, Decision> verb;

        Move(Function<Complaint, Decision> verb) {
            this.verb = verb;
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    FILED, REQUEST, NOT_YET_ACCEPTED
                    FILED, REQUEST_OF_ANOTHER_DEPARTMENT, NOT_YET_ACCEPTED
                    FILED, SUPPLY, NO_SUPPLEMENT_AWAITED
                    FILED, MORE_TIME, NO_SUPPLEMENT_AWAITED
                    FILED, RETURN, NOT_YET_ACCEPTED
                    FILED, EXTENDED, no effect
                    FILED, PROPOSED, no effect
                    FILED, CONSENT, NO_CONSENT_ASKED
                    FILED, TRANSFERRED, TRANSFERRED
                    ACCEPTED, REQUEST, NOT_YET_ROUTED
                    ACCEPTED, REQUEST_OF_ANOTHER_DEPARTMENT, NOT_YET_ROUTED
                    ACCEPTED, SUPPLY, NO_SUPPLEMENT_AWAITED
                    ACCEPTED, MORE_TIME, NO_SUPPLEMENT_AWAITED
                    ACCEPTED, RETURN, NOT_YET_ROUTED
                    ACCEPTED, EXTENDED, ACCEPTED
                    ACCEPTED, PROPOSED, ACCEPTED
                    ACCEPTED, CONSENT, NO_CONSENT_ASKED
                    ACCEPTED, TRANSFERRED, TRANSFERRED
                    ASSIGNED, REQUEST, SUPPLEMENT_REQUESTED
                    ASSIGNED, REQUEST_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    ASSIGNED, SUPPLY, NO_SUPPLEMENT_AWAITED
                    ASSIGNED, MORE_TIME, NO_SUPPLEMENT_AWAITED
                    ASSIGNED, RETURN, NO_SUPPLEMENT_AWAITED
                    ASSIGNED, EXTENDED, ASSIGNED
                    ASSIGNED, PROPOSED, ASSIGNED
                    ASSIGNED, CONSENT, NO_CONSENT_ASKED
                    ASSIGNED, TRANSFERRED, TRANSFERRED
                    IN_PROGRESS, REQUEST, SUPPLEMENT_REQUESTED
                    IN_PROGRESS, REQUEST_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    IN_PROGRESS, SUPPLY, NO_SUPPLEMENT_AWAITED
                    IN_PROGRESS, MORE_TIME, NO_SUPPLEMENT_AWAITED
                    IN_PROGRESS, RETURN, NO_SUPPLEMENT_AWAITED
                    IN_PROGRESS, EXTENDED, IN_PROGRESS
                    IN_PROGRESS, PROPOSED, IN_PROGRESS
                    IN_PROGRESS, CONSENT, NO_CONSENT_ASKED
                    IN_PROGRESS, TRANSFERRED, TRANSFERRED
                    SUPPLEMENT_REQUESTED, REQUEST, SUPPLEMENT_AWAITED
                    SUPPLEMENT_REQUESTED, REQUEST_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    SUPPLEMENT_REQUESTED, SUPPLY, IN_PROGRESS
                    SUPPLEMENT_REQUESTED, MORE_TIME, SUPPLEMENT_REQUESTED
                    SUPPLEMENT_REQUESTED, RETURN, SUPPLEMENT_STILL_IN_TIME
                    SUPPLEMENT_REQUESTED, EXTENDED, SUPPLEMENT_REQUESTED
                    SUPPLEMENT_REQUESTED, PROPOSED, SUPPLEMENT_REQUESTED
                    SUPPLEMENT_REQUESTED, CONSENT, NO_CONSENT_ASKED
                    SUPPLEMENT_REQUESTED, TRANSFERRED, TRANSFERRED
                    ANSWERED, REQUEST, ALREADY_ANSWERED
                    ANSWERED, REQUEST_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    ANSWERED, SUPPLY, ALREADY_ANSWERED
                    ANSWERED, MORE_TIME, ALREADY_ANSWERED
                    ANSWERED, RETURN, ALREADY_ANSWERED
                    ANSWERED, EXTENDED, no effect
                    ANSWERED, PROPOSED, no effect
                    ANSWERED, CONSENT, NO_CONSENT_ASKED
                    ANSWERED, TRANSFERRED, no effect
                    CLOSED, REQUEST, ALREADY_CLOSED
                    CLOSED, REQUEST_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    CLOSED, SUPPLY, ALREADY_CLOSED
                    CLOSED, MORE_TIME, ALREADY_CLOSED
                    CLOSED, RETURN, ALREADY_CLOSED
                    CLOSED, EXTENDED, no effect
                    CLOSED, PROPOSED, no effect
                    CLOSED, CONSENT, NO_CONSENT_ASKED
                    CLOSED, TRANSFERRED, no effect
                    WITHDRAWN, REQUEST, ALREADY_WITHDRAWN
                    WITHDRAWN, REQUEST_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    WITHDRAWN, SUPPLY, ALREADY_WITHDRAWN
                    WITHDRAWN, MORE_TIME, ALREADY_WITHDRAWN
                    WITHDRAWN, RETURN, ALREADY_WITHDRAWN
                    WITHDRAWN, EXTENDED, no effect
                    WITHDRAWN, PROPOSED, no effect
                    WITHDRAWN, CONSENT, NO_CONSENT_ASKED
                    WITHDRAWN, TRANSFERRED, no effect
                    RETURNED, REQUEST, ALREADY_RETURNED
                    RETURNED, REQUEST_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    RETURNED, SUPPLY, ALREADY_RETURNED
                    RETURNED, MORE_TIME, ALREADY_RETURNED
                    RETURNED, RETURN, ALREADY_RETURNED
                    RETURNED, EXTENDED, no effect
                    RETURNED, PROPOSED, no effect
                    RETURNED, CONSENT, NO_CONSENT_ASKED
                    RETURNED, TRANSFERRED, no effect
                    TRANSFERRED, REQUEST, ALREADY_TRANSFERRED
                    TRANSFERRED, REQUEST_OF_ANOTHER_DEPARTMENT, OTHER_DEPARTMENT
                    TRANSFERRED, SUPPLY, ALREADY_TRANSFERRED
                    TRANSFERRED, MORE_TIME, ALREADY_TRANSFERRED
                    TRANSFERRED, RETURN, ALREADY_TRANSFERRED
                    TRANSFERRED, EXTENDED, no effect
                    TRANSFERRED, PROPOSED, no effect
                    TRANSFERRED, CONSENT, NO_CONSENT_ASKED
                    TRANSFERRED, TRANSFERRED, no effect
                    """)
    void movesAsTheTableSays(ComplaintStatus from, Move move, String outcome) {
        Complaint before = ComplaintMother.in(from);
        switch (move.verb.apply(before)) {
            case Decision.Changed changed -> {
                assertThat(changed.complaint().status().name()).isEqualTo(outcome);
                assertThat(changed.complaint().progress().timeline().entries())
                        .hasSize(before.progress().timeline().entries().size() + 1);
            }
            case Decision.Unchanged unchanged -> assertThat(outcome).isEqualTo("no effect");
            case Decision.Refused refused ->
                assertThat(refused.refusal().name()).isEqualTo(outcome);
        }
    }

    @Test
    void aSupplementIsAwaitedUntilTheEndOfItsLastDay() {
        Supplement asked = last(ComplaintMother.in(ComplaintStatus.SUPPLEMENT_REQUESTED));
        assertThat(asked.answerBy()).isEqualTo(Instant.parse("2026-12-04T14:59:59Z"));
    }

    @Test
    void theSecondRequestComesWhenTheFirstWasNotAnsweredInTime() {
        Complaint once = ComplaintMother.in(ComplaintStatus.SUPPLEMENT_REQUESTED);
        assertThat(refusal(Procedures.requestSupplement(once, "또", 5, ACTING, LATER.plusSeconds(9), null)))
                .isEqualTo(Refusal.SUPPLEMENT_AWAITED);
        assertThat(last(askedTwice()).number()).isEqualTo(2);
    }

    @Test
    void theSecondRequestGivesTenDaysAtMost() {
        Complaint once = ComplaintMother.in(ComplaintStatus.SUPPLEMENT_REQUESTED);
        Instant over = LATER.plus(Duration.ofDays(12));
        assertThat(refusal(Procedures.requestSupplement(once, "또", 11, ACTING, over, null)))
                .isEqualTo(Refusal.SECOND_SUPPLEMENT_TOO_LONG);
    }

    @Test
    void thereIsNoThirdRequest() {
        Complaint supplied = changed(Procedures.supply(askedTwice(), "늦었습니다.", List.of(), AFTER_ALL, null));
        assertThat(refusal(Procedures.requestSupplement(supplied, "또", 5, ACTING, AFTER_ALL, null)))
                .isEqualTo(Refusal.SUPPLEMENT_ASKED_TWICE);
    }

    @Test
    void nothingIsReturnedBeforeTheSecondTimeIsOver() {
        Complaint twice = askedTwice();
        Instant lastMoment = last(twice).answerBy();
        assertThat(refusal(Procedures.giveBack(twice, "늦음", ACTING, lastMoment, null)))
                .isEqualTo(Refusal.SUPPLEMENT_STILL_IN_TIME);
        assertThat(Procedures.giveBack(twice, "늦음", ACTING, lastMoment.plusSeconds(1), null))
                .isInstanceOf(Decision.Changed.class);
    }

    @Test
    void moreTimeIsGivenTwice() {
        Complaint once = changed(Procedures.moreTime(ComplaintMother.in(ComplaintStatus.SUPPLEMENT_REQUESTED), LATER));
        assertThat(last(once).answerBy()).isEqualTo(Instant.parse("2026-12-14T14:59:59Z"));
        Complaint twice = changed(Procedures.moreTime(once, LATER));
        assertThat(refusal(Procedures.moreTime(twice, LATER))).isEqualTo(Refusal.MORE_TIME_TWICE);
    }

    @Test
    void aRepeatedSupplyChangesNothing() {
        RequestMark mark = new RequestMark("key", "c1:content");
        Complaint asked = ComplaintMother.in(ComplaintStatus.SUPPLEMENT_REQUESTED);
        Complaint supplied = changed(Procedures.supply(asked, "여기", List.of("p1"), LATER, mark));
        assertThat(Procedures.supply(supplied, "여기", List.of("p2"), LATER, mark))
                .isEqualTo(new Decision.Unchanged(supplied));
        assertThat(refusal(Procedures.supply(supplied, "다른", List.of(), LATER, new RequestMark("key", "c1:other"))))
                .isEqualTo(Refusal.KEY_REUSED);
        assertThat(supplied.photoIds()).containsExactly("p1");
    }

    @Test
    void consentIsAnsweredOnce() {
        Complaint asked = changed(
                Procedures.proposed(ComplaintMother.in(ComplaintStatus.IN_PROGRESS), PROPOSAL, CONSTRUCTION, OFFICER));
        Complaint refused = changed(Procedures.consent(asked, false, LATER, null));
        assertThat(Objects.requireNonNull(refused.progress().procedure().consent())
                        .agreed())
                .isFalse();
        assertThat(refusal(Procedures.consent(refused, true, LATER, null))).isEqualTo(Refusal.CONSENT_ANSWERED);
    }

    @Test
    void theSentenceNamesTheAgencyAndTheReason() {
        assertThat(ComplaintMother.in(ComplaintStatus.TRANSFERRED)
                        .progress()
                        .timeline()
                        .entries()
                        .getLast()
                        .text())
                .isEqualTo("민원을 광주광역시청으로 보냈습니다(민원처리법 제16조). 사유: 시에서 관리하는 도로입니다.");
    }

    @ParameterizedTest
    @EnumSource(ComplaintStatus.class)
    void aNoteIsForTheStaffInEveryState(ComplaintStatus status) {
        Complaint noted = changed(ComplaintMother.in(status).noted(OFFICER, "전화로 설명함", LATER));
        Timeline.Entry entry = noted.progress().timeline().entries().getLast();
        assertThat(entry.staffOnly()).isTrue();
        assertThat(entry.text()).isEqualTo("건설과 담당: 전화로 설명함");
        assertThat(noted.status()).isEqualTo(status);
    }

    @Test
    void aLinkOpensTheCaseItWasMadeForAndNoOther() {
        ActionLinks links = LinksMother.links();
        Complaint complaint = ComplaintMother.in(ComplaintStatus.SUPPLEMENT_REQUESTED);
        String token = links.token(complaint, Action.SUPPLEMENT, 1);
        ActionLinks.Token read = ActionLinks.read(token).orElseThrow();
        assertThat(links.isGenuine(read, complaint)).isTrue();
        assertThat(read.receiptNumber()).isEqualTo(complaint.filing().receiptNumber());
        for (String altered : List.of(token.replace("s1", "s2"), token.replace("s1", "c1"), flipped(token))) {
            assertThat(ActionLinks.read(altered).filter(one -> links.isGenuine(one, complaint)))
                    .as(altered)
                    .isEmpty();
        }
    }

    private static String flipped(String token) {
        char last = token.charAt(token.length() - 1);
        return token.substring(0, token.length() - 1) + (last == 'A' ? 'Q' : 'A');
    }

    private static Supplement last(Complaint complaint) {
        return complaint.progress().procedure().lastSupplement().orElseThrow();
    }

    private static Refusal refusal(Decision decision) {
        return ((Decision.Refused) decision).refusal();
    }
}
