package kr.minwon.complaint.complaint;

import static kr.minwon.complaint.complaint.ComplaintMother.CONSTRUCTION;
import static kr.minwon.complaint.complaint.ComplaintMother.LATER;
import static kr.minwon.complaint.complaint.ComplaintMother.OFFICER;
import static kr.minwon.complaint.complaint.ComplaintMother.changed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintReopened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objection and one more answer; the answer is given on Tuesday 24 November 2026, 15:30. */
class ReopeningsTests {
    private static final RequestMark REQUEST = new RequestMark("again", "c1:content");

    private static Complaint answered(String petitionKind, Outcome outcome) {
        Deadline deadline = new Deadline(LATER.plusSeconds(3_600), "7d", List.of("7일"), petitionKind);
        Complaint assigned =
                changed(ComplaintMother.in(ComplaintStatus.ACCEPTED).assigned(CONSTRUCTION, deadline, LATER, 1));
        return changed(assigned.answer(outcome, "안 됩니다.", OFFICER, Set.of("construction"), LATER, null));
    }

    private static Refusal refusal(Decision decision) {
        return ((Decision.Refused) decision).refusal();
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "FILED, NOT_YET_ANSWERED",
        "ACCEPTED, NOT_YET_ANSWERED",
        "ASSIGNED, NOT_YET_ANSWERED",
        "IN_PROGRESS, NOT_YET_ANSWERED",
        "SUPPLEMENT_REQUESTED, NOT_YET_ANSWERED",
        "WITHDRAWN, ALREADY_WITHDRAWN",
        "RETURNED, ALREADY_RETURNED",
        "TRANSFERRED, ALREADY_TRANSFERRED"
    })
    void nothingIsReopenedBeforeItsAnswer(ComplaintStatus status, Refusal refusal) {
        Complaint complaint = ComplaintMother.in(status);

        assertThat(refusal(Reopenings.reopen(complaint, "다시", LATER, null))).isEqualTo(refusal);
        assertThat(refusal(Reopenings.object(complaint, "이의", LATER, null))).isEqualTo(refusal);
    }

    @Test
    void oneMoreAnswerIsAskedForAndGiven() {
        Complaint answered = answered("기타민원", Outcome.REFUSED);

        Decision.Changed reopened = (Decision.Changed) Reopenings.reopen(answered, "부족합니다.", LATER, REQUEST);

        Complaint again = reopened.complaint();
        assertThat(again.status()).isEqualTo(ComplaintStatus.ASSIGNED);
        assertThat(again.progress().officer()).isNull();
        assertThat(reopened.events()).hasOnlyElementsOfType(ComplaintReopened.class);
        Complaint second = changed(again.answer(Outcome.OTHER, "더", OFFICER, Set.of("construction"), LATER, null));
        assertThat(second.progress().answers()).hasSize(2);
        assertThat(refusal(Reopenings.reopen(second, "또", LATER, null))).isEqualTo(Refusal.REOPENED_ONCE);
        assertThat(Reopenings.reopen(second, "부족합니다.", LATER, REQUEST)).isInstanceOf(Decision.Unchanged.class);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, false", "5, false"})
    void whoeverRatedWellIsNotDissatisfied(int score, boolean may) {
        Complaint rated = changed(answered("기타민원", Outcome.REFUSED).rate(score, null, LATER, null));

        assertThat(Reopenings.mayReopen(rated, LATER)).isEqualTo(may);
        Decision decision = Reopenings.reopen(rated, "부족합니다.", LATER, null);
        if (!may) {
            assertThat(refusal(decision)).isEqualTo(Refusal.NOT_DISSATISFIED);
        } else {
            assertThat(changed(decision).status()).isEqualTo(ComplaintStatus.ASSIGNED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // The 60th day after 24 November is Saturday 23 January 2027: Monday the 25th is the last (민법 §161).
        "법정민원, REFUSED, 2027-01-25T23:59:59+09:00, OK",
        "법정민원, REFUSED, 2027-01-26T00:00:00+09:00, OBJECTION_TOO_LATE",
        "법정민원, PARTLY_GRANTED, 2026-12-01T10:00:00+09:00, OK",
        "법정민원, GRANTED, 2026-12-01T10:00:00+09:00, NOTHING_REFUSED",
        "법정민원, ALREADY_DONE, 2026-12-01T10:00:00+09:00, NOTHING_REFUSED",
        "기타민원, REFUSED, 2026-12-01T10:00:00+09:00, NOT_STATUTORY"
    })
    void aRefusedStatutoryPetitionIsObjectedToWithinSixtyDays(
            String kind, Outcome outcome, String moment, String expected) {
        Complaint answered = answered(kind, outcome);

        Decision decision = Reopenings.object(answered, "이의 있습니다.", at(moment), null);

        assertThat(Reopenings.mayObject(answered, at(moment))).isEqualTo(expected.equals("OK"));
        if (expected.equals("OK")) {
            Complaint objected = changed(decision);
            assertThat(objected.progress().procedure().reopenings())
                    .extracting(Reopening::cause)
                    .containsExactly(Reopening.Cause.OBJECTION);
            assertThat(objected.isStatutory()).isTrue();
        } else {
            assertThat(refusal(decision).name()).isEqualTo(expected);
        }
    }

    @Test
    void theLastDayIsTheOneThatRoutingCounted() {
        Complaint refused = answered("법정민원", Outcome.REFUSED);
        Complaint counted = changed(Reopenings.objectionTerm(refused, 1, LocalDate.of(2027, 1, 27)));

        assertThat(Reopenings.mayObject(refused, at("2027-01-26T00:00:00+09:00")))
                .isFalse();
        assertThat(Reopenings.mayObject(counted, at("2027-01-27T23:59:59+09:00")))
                .isTrue();
        assertThat(Reopenings.mayObject(counted, at("2027-01-28T00:00:00+09:00")))
                .isFalse();
        assertThat(Remedies.against(counted.progress().answers().getFirst(), true))
                .contains("60일 안에(1월 27일(수)까지) 이의신청");
    }

    @Test
    void anObjectionIsMadeOnce() {
        Complaint objected = changed(Reopenings.object(answered("법정민원", Outcome.REFUSED), "이의", LATER, null));
        Complaint decided =
                changed(objected.answer(Outcome.REFUSED, "그대로", OFFICER, Set.of("construction"), LATER, null));

        assertThat(refusal(Reopenings.object(decided, "또", LATER, null))).isEqualTo(Refusal.ALREADY_OBJECTED);
    }

    @Test
    void aMonthLaterItIsTooLate() {
        Complaint answered = answered("기타민원", Outcome.REFUSED);

        assertThat(refusal(Reopenings.reopen(answered, "다시", at("2026-12-25T00:00:00+09:00"), null)))
                .isEqualTo(Refusal.REOPENING_TOO_LATE);
        assertThat(Reopenings.mayReopen(answered, at("2026-12-24T23:59:59+09:00")))
                .isTrue();
    }
}
