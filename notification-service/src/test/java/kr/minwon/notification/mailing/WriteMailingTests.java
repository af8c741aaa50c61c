package kr.minwon.notification.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.notification.dispatch.MemoryMessages;
import kr.minwon.notification.mailing.WriteMailing.Hand;
import kr.minwon.notification.mailing.WriteMailing.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WriteMailingTests {
    private static final Hand WRITER = lead("acc-writer", "construction");
    private static final Hand LEAD = lead("acc-lead", "construction");
    private static final Hand ELSEWHERE = lead("acc-elsewhere", "cleaning");
    private static final Hand ADMIN = new Hand("acc-admin", "관리자", Set.of(), true);

    private static final Map<Move, Set<MailingState>> ALLOWED = Map.of(
            Move.SUBMIT, Set.of(MailingState.DRAFT),
            Move.RETURN, Set.of(MailingState.SUBMITTED, MailingState.APPROVED),
            Move.APPROVE, Set.of(MailingState.SUBMITTED),
            Move.START, Set.of(MailingState.APPROVED),
            Move.PAUSE, Set.of(MailingState.SENDING),
            Move.RESUME, Set.of(MailingState.PAUSED),
            Move.FINISH, Set.of(MailingState.SENDING),
            Move.CANCEL,
                    Set.of(
                            MailingState.DRAFT,
                            MailingState.SUBMITTED,
                            MailingState.APPROVED,
                            MailingState.SENDING,
                            MailingState.PAUSED));

    private final MemoryMailings mailings = new MemoryMailings();
    private final MemoryTallies tallies = new MemoryTallies(new MemoryMessages());
    private final WriteMailing write = write(MailingMother.WITHOUT_FREE_NUMBER);

    private WriteMailing write(OptOutSettings optOut) {
        return new WriteMailing(
                mailings,
                tallies,
                MailingMother.TOPICS,
                MailingMother.wording(optOut),
                Clock.fixed(MailingMother.AT, ZoneOffset.UTC));
    }

    private Mailing stored() {
        return mailings.find("m1").orElseThrow();
    }

    private static Hand lead(String id, String... departments) {
        return new Hand(id, id, Set.of(departments), false);
    }

    /** As the background does. */
    private void count(String id, int revision) {
        tallies.reached(id, 1_204, revision);
    }

    private Outcome move(Move move, Hand by) {
        return write.move("seogu", "m1", move, stored().revision(), by, "");
    }

    static Stream<Arguments> everyMoveFromEveryState() {
        return Arrays.stream(Move.values())
                .flatMap(move -> Arrays.stream(MailingState.values()).map(state -> Arguments.of(move, state)));
    }

    @ParameterizedTest
    @MethodSource("everyMoveFromEveryState")
    void aMoveIsMadeOnlyFromWhereItMayBe(Move move, MailingState from) {
        mailings.add(MailingMother.in(from));
        count("m1", 1);
        boolean allowed = ALLOWED.getOrDefault(move, Set.of()).contains(from);
        Outcome outcome = move(move, lead("acc-other", "construction"));
        if (allowed) {
            assertThat(outcome).isEqualTo(new Outcome.Done(stored()));
            assertThat(stored().state()).isEqualTo(move.to());
            assertThat(stored().log().getLast().by()).isEqualTo("acc-other");
        } else if (from == move.to()) {
            // The same once more: it is so, and nothing is written.
            assertThat(outcome).isEqualTo(new Outcome.Done(stored()));
            assertThat(stored()).isEqualTo(MailingMother.in(from));
        } else {
            assertThat(outcome).isEqualTo(new Outcome.Elsewhere(from));
            assertThat(stored()).isEqualTo(MailingMother.in(from));
            assertThatIllegalStateException()
                    .isThrownBy(() -> MailingMother.in(from).moved(move, MailingMother.by("x", "y")));
        }
    }

    @Test
    void whoWroteOrSubmittedItDoesNotApproveIt() {
        mailings.add(MailingMother.in(MailingState.DRAFT));
        Letter other = new Letter("safety", List.of(), null, "내일 오전 10시부터 물이 끊깁니다.", false, null);
        assertThat(write.rewrite("seogu", "m1", 1, other, LEAD)).isInstanceOf(Outcome.Done.class);
        count("m1", 2);
        assertThat(move(Move.SUBMIT, lead("acc-third", "construction"))).isInstanceOf(Outcome.Done.class);

        assertThat(move(Move.APPROVE, WRITER)).isEqualTo(new Outcome.NotTheSecondPerson());
        assertThat(move(Move.APPROVE, LEAD)).isEqualTo(new Outcome.NotTheSecondPerson());
        assertThat(move(Move.APPROVE, lead("acc-third", "construction"))).isEqualTo(new Outcome.NotTheSecondPerson());
        assertThat(move(Move.APPROVE, lead("acc-fourth", "construction"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void nothingIsSubmittedOrApprovedBeforeItIsKnownWhomItReaches() {
        mailings.add(MailingMother.in(MailingState.DRAFT));
        assertThat(move(Move.SUBMIT, WRITER)).isEqualTo(new Outcome.ReachNotCounted());
        assertThat(stored()).isEqualTo(MailingMother.in(MailingState.DRAFT));
        count("m1", 1);
        assertThat(move(Move.SUBMIT, WRITER)).isInstanceOf(Outcome.Done.class);

        move(Move.RETURN, WRITER);
        write.rewrite("seogu", "m1", 1, MailingMother.TITLED, WRITER);
        // What was counted is the one before.
        assertThat(move(Move.SUBMIT, WRITER)).isEqualTo(new Outcome.ReachNotCounted());
        count("m1", 2);
        assertThat(move(Move.SUBMIT, WRITER)).isInstanceOf(Outcome.Done.class);
        count("m1", 1);
        assertThat(move(Move.APPROVE, LEAD)).isEqualTo(new Outcome.ReachNotCounted());
        count("m1", 2);
        assertThat(move(Move.APPROVE, LEAD)).isInstanceOf(Outcome.Done.class);
    }

    /** {@code late} seconds after the time that was set for it. */
    @ParameterizedTest
    @CsvSource({"-60, true", "0, true", "300, true", "301, false", "86400, false"})
    void whatWasToGoOutEarlierIsNeitherSubmittedNorApproved(long late, boolean may) {
        Letter timed = new Letter("safety", List.of(), null, "내일", false, MailingMother.AT.minusSeconds(late));
        mailings.add(MailingMother.written(
                "m1", "seogu", "construction", timed, "news/safety", MailingMother.by(Mailing.WRITTEN, "acc-writer")));
        count("m1", 1);
        assertThat(move(Move.SUBMIT, WRITER)).isEqualTo(may ? new Outcome.Done(stored()) : new Outcome.TimePast());

        mailings.change(
                "m1",
                one -> new Mailings.Change<>(
                        MailingMother.written(
                                        "m1",
                                        "seogu",
                                        "construction",
                                        timed,
                                        "news/safety",
                                        one.log().getFirst())
                                .moved(Move.SUBMIT, MailingMother.by("submission", "acc-writer")),
                        true));
        assertThat(move(Move.APPROVE, LEAD)).isEqualTo(may ? new Outcome.Done(stored()) : new Outcome.TimePast());
        if (!may) {
            assertThat(move(Move.RETURN, LEAD)).isEqualTo(new Outcome.Done(stored()));
            Letter anew = new Letter("safety", List.of(), null, "내일", false, MailingMother.AT.plusSeconds(3_600));
            assertThat(write.rewrite("seogu", "m1", 1, anew, WRITER)).isInstanceOf(Outcome.Done.class);
            count("m1", 2);
            assertThat(move(Move.SUBMIT, WRITER)).isEqualTo(new Outcome.Done(stored()));
        }
    }

    @Test
    void whatIsSentAgainUnderItsKeyFindsWhatItWrote() {
        RequestMark request = RequestMark.of("session", "key", List.of("one"));
        assertThat(write.repeated(request)).isEmpty();
        assertThat(write.repeated(null)).isEmpty();
        Outcome first = write.write("seogu", MailingMother.NEWS, WRITER, request);
        assertThat(first).isInstanceOf(Outcome.Done.class);
        assertThat(write.repeated(request)).contains(first);
        // Two instances at once: each had looked before the other wrote.
        assertThat(write.write("seogu", MailingMother.NEWS, WRITER, request)).isEqualTo(first);
        RequestMark other = RequestMark.of("session", "key", List.of("two"));
        assertThat(write.repeated(other)).contains(new Outcome.KeyReused());
        assertThat(write.write("seogu", MailingMother.TITLED, WRITER, other)).isEqualTo(new Outcome.KeyReused());
        RequestMark elsewhere = RequestMark.of("another session", "key", List.of("one"));
        assertThat(write.repeated(elsewhere)).isEmpty();

        // It is recognised as long as it is there.
        Mailing mailing = ((Outcome.Done) first).mailing();
        write.rewrite("seogu", mailing.id(), 1, MailingMother.TITLED, WRITER);
        write.move("seogu", mailing.id(), Move.CANCEL, 2, WRITER, "");
        mailings.change(
                mailing.id(), one -> new Mailings.Change<>(one.takenUpTo(null).settle(), true));
        Mailing now = mailings.find(mailing.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(MailingState.CANCELLED);
        assertThat(write.repeated(request)).contains(new Outcome.Done(now));
    }

    @Test
    void whatIsApprovedIsWhatWasSeen() {
        mailings.add(MailingMother.in(MailingState.SUBMITTED));
        Letter other = new Letter("safety", List.of(), null, "다른 말", false, null);
        move(Move.RETURN, WRITER);
        write.rewrite("seogu", "m1", 1, other, WRITER);
        count("m1", 2);
        move(Move.SUBMIT, WRITER);

        assertThat(write.move("seogu", "m1", Move.APPROVE, 1, LEAD, "")).isEqualTo(new Outcome.WrittenSince());
        assertThat(write.move("seogu", "m1", Move.APPROVE, 2, LEAD, "")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aDraftThatSomebodyElseWroteAnewIsNotOverwritten() {
        mailings.add(MailingMother.in(MailingState.DRAFT));
        Letter one = new Letter("safety", List.of(), null, "하나", false, null);
        Letter two = new Letter("safety", List.of(), null, "둘", false, null);
        assertThat(write.rewrite("seogu", "m1", 1, one, LEAD)).isInstanceOf(Outcome.Done.class);
        assertThat(write.rewrite("seogu", "m1", 1, two, WRITER)).isEqualTo(new Outcome.WrittenSince());
        assertThat(write.rewrite("seogu", "m1", 1, one, WRITER)).isInstanceOf(Outcome.Done.class);
        assertThat(stored().letter()).isEqualTo(one);
    }

    @Test
    void withoutAFreeNumberNoAdvertisingGoesOut() {
        Outcome written = write.write("seogu", MailingMother.ADS, WRITER, null);
        String id = ((Outcome.Done) written).mailing().id();
        assertThat(write.move("seogu", id, Move.SUBMIT, 1, WRITER, "")).isEqualTo(new Outcome.NoFreeNumber());
        count(id, 1);
        assertThat(write(MailingMother.WITH_FREE_NUMBER).move("seogu", id, Move.SUBMIT, 1, WRITER, ""))
                .isInstanceOf(Outcome.Done.class);
        // The number may be gone by the time somebody looks at it.
        assertThat(write.move("seogu", id, Move.APPROVE, 1, LEAD, "")).isEqualTo(new Outcome.NoFreeNumber());
    }

    static Stream<Arguments> everyMoveButApproval() {
        return Arrays.stream(Move.values())
                .filter(move -> move != Move.APPROVE)
                .flatMap(move -> Arrays.stream(MailingState.values()).map(state -> Arguments.of(move, state)));
    }

    @ParameterizedTest
    @MethodSource("everyMoveButApproval")
    void anotherDepartmentsLeadOnlySaysNoToWhatWaitsToBeApproved(Move move, MailingState from) {
        mailings.add(MailingMother.in(from));
        count("m1", 1);
        if (move == Move.RETURN && from == MailingState.SUBMITTED) {
            assertThat(move(move, ELSEWHERE)).isInstanceOf(Outcome.Done.class);
        } else {
            assertThat(move(move, ELSEWHERE)).isEqualTo(new Outcome.OtherDepartment());
            assertThat(stored()).isEqualTo(MailingMother.in(from));
        }
    }

    @Test
    void theSecondPersonMayBeOfAnotherDepartmentAndWhoActsForTheOfficeActsForAll() {
        mailings.add(MailingMother.in(MailingState.SUBMITTED));
        count("m1", 1);
        assertThat(move(Move.APPROVE, ELSEWHERE)).isInstanceOf(Outcome.Done.class);
        assertThat(move(Move.CANCEL, ELSEWHERE)).isEqualTo(new Outcome.OtherDepartment());
        assertThat(move(Move.CANCEL, ADMIN)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void itIsOfTheDepartmentOfWhoeverWroteItFirst() {
        mailings.add(MailingMother.in(MailingState.DRAFT));
        assertThat(write.rewrite("seogu", "m1", 1, MailingMother.TITLED, ELSEWHERE))
                .isEqualTo(new Outcome.OtherDepartment());
        assertThat(write.rewrite("seogu", "m1", 1, MailingMother.TITLED, ADMIN)).isInstanceOf(Outcome.Done.class);
        assertThat(stored().departmentId()).isEqualTo("construction");
        assertThat(written(WRITER).departmentId()).isEqualTo("construction");
        assertThat(written(ADMIN).departmentId()).isNull();
    }

    private Mailing written(Hand by) {
        return ((Outcome.Done) write.write("seogu", MailingMother.NEWS, by, null)).mailing();
    }

    @Test
    void oneOfNoDepartmentIsForWhoeverHadAHandInItAndForTheOffice() {
        Hand ofTwo = lead("acc-two", "construction", "cleaning");
        Mailing both = written(ofTwo);
        assertThat(both.departmentId()).isNull();
        assertThat(write.move("seogu", both.id(), Move.CANCEL, 1, LEAD, "")).isEqualTo(new Outcome.OtherDepartment());
        assertThat(write.move("seogu", both.id(), Move.CANCEL, 1, ofTwo, "")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anotherOfficesMailingIsNotThere() {
        mailings.add(MailingMother.in(MailingState.DRAFT));
        assertThat(write.move("namgu", "m1", Move.CANCEL, 1, LEAD, "")).isEqualTo(new Outcome.NotFound());
        assertThat(write.move("seogu", "m2", Move.CANCEL, 1, LEAD, "")).isEqualTo(new Outcome.NotFound());
    }

    @Test
    void pausingEndsWhenTheLogIsFullAndCallingOffDoesNot() {
        Mailing mailing = MailingMother.in(MailingState.SENDING);
        while (mailing.log().size() < Mailing.MOST_SIGNATURES) {
            mailing = mailing.moved(Move.PAUSE, MailingMother.by("pause", "a"))
                    .moved(Move.RESUME, MailingMother.by("resumption", "a"));
        }
        mailings.add(mailing);
        assertThat(move(Move.PAUSE, LEAD)).isEqualTo(new Outcome.MovedOftenEnough());
        assertThat(move(Move.CANCEL, LEAD)).isInstanceOf(Outcome.Done.class);
    }
}
