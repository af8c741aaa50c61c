package kr.minwon.complaint.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.minwon.complaint.complaint.ComplaintEvent.ResidentTexted;
import kr.minwon.complaint.complaint.ResidentText.Meaning;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class ResidentTextsTests {
    private static final Instant AT = ComplaintMother.LATER.plus(Duration.ofHours(1));

    /** A text that means that. */
    public static ResidentText text(Meaning meaning) {
        return text(meaning, 1, AT, null);
    }

    private static ResidentText text(Meaning meaning, int number, Instant at, @Nullable Officer by) {
        return new ResidentText(
                "0198f3c2-9b20-7a51-8c44-%012d".formatted(number), meaning, "해결이 안 됐어요", false, at, 5, true, by);
    }

    /** Filed by a text. */
    public static Filing filedByText() {
        Filing filing = ComplaintMother.filing(ComplaintStatus.ACCEPTED);
        return new Filing(
                filing.id(),
                filing.officeId(),
                filing.receiptNumber(),
                filing.title(),
                filing.body(),
                Categories.OTHER,
                new Location("화정3동", null, null),
                filing.reporter(),
                true,
                false,
                List.of(),
                filing.submittedAt(),
                ComplaintStatus.ACCEPTED,
                filing.lookupKeyId(),
                Language.KOREAN,
                null,
                Filing.Channel.TEXT);
    }

    private static Decision.Changed taken(Complaint complaint, ResidentText text) {
        Decision decision = ResidentTexts.take(complaint, text);
        assertThat(decision).isInstanceOf(Decision.Changed.class);
        return (Decision.Changed) decision;
    }

    private static @Nullable Refusal refusal(Decision.Changed decision) {
        return ((ResidentTexted) decision.events().getLast()).refusal();
    }

    @Test
    void aScoreRatesAndCloses() {
        Decision.Changed rated = taken(ComplaintMother.in(ComplaintStatus.ANSWERED), text(Meaning.RATING));
        assertThat(rated.complaint().status()).isEqualTo(ComplaintStatus.CLOSED);
        assertThat(rated.complaint().progress().rating())
                .extracting(Rating::score)
                .isEqualTo(5);
        assertThat(rated.events()).hasSize(2);
        assertThat(refusal(rated)).isNull();
    }

    @Test
    void notSolvedOpensItAgain() {
        Decision.Changed reopened = taken(ComplaintMother.in(ComplaintStatus.ANSWERED), text(Meaning.REOPENING));
        assertThat(reopened.complaint().status()).isEqualTo(ComplaintStatus.ASSIGNED);
        assertThat(reopened.complaint()
                        .progress()
                        .procedure()
                        .reopenings()
                        .getLast()
                        .text())
                .isEqualTo("해결이 안 됐어요");
    }

    @Test
    void aTextSuppliesWhatIsAwaited() {
        Decision.Changed supplied =
                taken(ComplaintMother.in(ComplaintStatus.SUPPLEMENT_REQUESTED), text(Meaning.SUPPLEMENT));
        assertThat(supplied.complaint().status()).isEqualTo(ComplaintStatus.IN_PROGRESS);
        assertThat(refusal(supplied)).isNull();
    }

    @ParameterizedTest
    @EnumSource(ComplaintStatus.class)
    void aNoteIsTakenWhateverTheState(ComplaintStatus status) {
        Complaint before = ComplaintMother.in(status);
        Decision.Changed noted = taken(before, text(Meaning.NOTE));
        assertThat(noted.complaint().status()).isEqualTo(status);
        assertThat(noted.complaint().progress().timeline().entries().getLast())
                .returns("texted", Timeline.Entry::step)
                .satisfies(entry -> assertThat(entry.text()).contains("해결이 안 됐어요"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Meaning.class,
            names = {"RATING", "REOPENING", "SUPPLEMENT", "CONSENT"})
    void whatTheRulesDoNotAllowIsNotedAndTold(Meaning meaning) {
        Complaint before = ComplaintMother.in(ComplaintStatus.WITHDRAWN);
        Decision.Changed refused = taken(before, text(meaning));
        assertThat(refused.complaint().status()).isEqualTo(ComplaintStatus.WITHDRAWN);
        assertThat(refusal(refused)).isNotNull();
        assertThat(refused.complaint().progress().timeline().entries().getLast().text())
                .contains("해결이 안 됐어요");
    }

    @Test
    void anotherAnswerIsAskedForWithinThirtyDaysOnly() {
        Instant late = ComplaintMother.LATER.plus(Duration.ofDays(40));
        Decision.Changed refused =
                taken(ComplaintMother.in(ComplaintStatus.ANSWERED), text(Meaning.REOPENING, 1, late, null));
        assertThat(refusal(refused)).isEqualTo(Refusal.REOPENING_TOO_LATE);
    }

    @ParameterizedTest
    @EnumSource(Meaning.class)
    void theSameTextAgainDoesNothing(Meaning meaning) {
        Complaint once = taken(ComplaintMother.in(ComplaintStatus.ANSWERED), text(meaning))
                .complaint();
        assertThat(ResidentTexts.take(once, text(meaning))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void afterARefusalItIsTakenAsANoteWhenSomebodyGivesItToTheCase() {
        Complaint refused = taken(ComplaintMother.in(ComplaintStatus.WITHDRAWN), text(Meaning.RATING))
                .complaint();
        Decision.Changed given = taken(refused, text(Meaning.NOTE, 1, AT, new Officer("acc-1", "김민원")));
        assertThat(given.complaint().progress().timeline().entries().getLast())
                .returns(true, Timeline.Entry::staffOnly)
                .satisfies(entry -> assertThat(entry.text()).startsWith("김민원"));
    }

    @Test
    void manyTextsKeepTheDocumentBoundedAndAreStillKnown() {
        Complaint complaint = ComplaintMother.in(ComplaintStatus.IN_PROGRESS);
        for (int i = 1; i <= 500; i++) {
            complaint = taken(complaint, text(Meaning.NOTE, i, AT.plusSeconds(i), null))
                    .complaint()
                    .bounded();
        }
        assertThat(complaint.progress().procedure().texts().keys()).hasSize(100);
        assertThat(complaint.progress().timeline().entries()).hasSizeLessThanOrEqualTo(Limits.TIMELINE);
        assertThat(ResidentTexts.take(complaint, text(Meaning.NOTE, 3, AT, null)))
                .isInstanceOf(Decision.Unchanged.class);
        assertThat(ResidentTexts.take(complaint, text(Meaning.NOTE, 450, AT, null)))
                .isInstanceOf(Decision.Unchanged.class);
    }

    private static Complaint suppliedByText() {
        return taken(ComplaintMother.in(ComplaintStatus.SUPPLEMENT_REQUESTED), text(Meaning.SUPPLEMENT))
                .complaint();
    }

    @Test
    void photosMayFollowASupplementThatCameByATextOnceUntilItsDeadline() {
        Complaint supplied = suppliedByText();
        Instant later = AT.plus(Duration.ofHours(1));
        assertThat(Procedures.takesMore(supplied, 1, later)).isTrue();
        Decision.Changed added =
                (Decision.Changed) Procedures.addMore(supplied, 1, "사진입니다", List.of("photo-1"), later, null);
        assertThat(added.complaint().status()).isEqualTo(supplied.status());
        assertThat(added.complaint().progress().procedure().changes().getLast().photoIds())
                .containsExactly("photo-1");
        assertThat(added.events()).singleElement().isInstanceOf(ComplaintEvent.ComplaintChanged.class);
        assertThat(Procedures.takesMore(added.complaint(), 1, later)).isFalse();
        assertThat(Procedures.addMore(added.complaint(), 1, "또", List.of(), later, null))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NO_SUPPLEMENT_AWAITED));
        Instant over = supplied.progress()
                .procedure()
                .lastSupplement()
                .orElseThrow()
                .answerBy()
                .plusSeconds(1);
        assertThat(Procedures.takesMore(supplied, 1, over)).isFalse();
        assertThat(Procedures.addMore(supplied, 1, "늦은 사진", List.of(), over, null))
                .isInstanceOf(Decision.Refused.class);
        assertThat(Procedures.takesMore(supplied, 2, later)).isFalse();
    }

    @Test
    void whatWasSuppliedByTheLinkTakesNothingMore() {
        Complaint asked = ComplaintMother.in(ComplaintStatus.SUPPLEMENT_REQUESTED);
        assertThat(Procedures.takesMore(asked, 1, AT)).isFalse();
        Decision.Changed supplied = (Decision.Changed) Procedures.supply(asked, "여기요", List.of(), AT, null);
        assertThat(Procedures.takesMore(supplied.complaint(), 1, AT)).isFalse();
    }
}
