package kr.minwon.routing.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.testing.WorkItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkItemTests {
    private static final Instant NOW = WorkItems.ACCEPTED.plusSeconds(600);
    private static final Department CONSTRUCTION =
            WorkItems.SEOGU.department("construction").orElseThrow();
    private static final Department PARKS = WorkItems.SEOGU.department("parks").orElseThrow();
    private static final Counting COUNTING = WorkItems.counting();
    private static final Officer KIM = new Officer("officer-kim", "김담당");
    private static final Officer LEE = new Officer("officer-lee", "이담당");
    private static final String LEAD = "lead-1";

    private static WorkItem made(Move move) {
        return ((Move.Made) move).next();
    }

    private static WorkItem assigned() {
        return WorkItems.assigned();
    }

    private static WorkItem claimed() {
        return made(assigned().claim(KIM, CONSTRUCTION, NOW));
    }

    private static WorkItem answered() {
        return claimed().close(WorkStatus.ANSWERED, COUNTING, NOW).orElseThrow();
    }

    private static WorkItem withdrawn() {
        return assigned().close(WorkStatus.WITHDRAWN, COUNTING, NOW).orElseThrow();
    }

    private static WorkItem waiting() {
        return ClockMoves.pause(claimed(), COUNTING, NOW).orElseThrow();
    }

    /** What a command comes to: the status after it, {@code same}, or the refusal. */
    private static String outcome(Move move) {
        return switch (move) {
            case Move.Made made -> made.next().status().wireName();
            case Move.AlreadySo same -> "same";
            case Move.Refused refused -> refused.reason().getClass().getSimpleName();
        };
    }

    private static String outcome(WorkItem item, WorkStatus how) {
        return item.close(how, COUNTING, NOW)
                .map(closed -> closed.status().wireName())
                .orElse("ignored");
    }

    static Stream<Arguments> matrix() {
        List<WorkItem> states = List.of(
                assigned(),
                claimed(),
                waiting(),
                answered(),
                withdrawn(),
                claimed().close(WorkStatus.RETURNED, COUNTING, NOW).orElseThrow(),
                made(Transfers.sendAway(claimed(), "광주광역시청", "시의 도로", CONSTRUCTION, COUNTING, LEAD, NOW)));
        return Stream.of(
                        row(
                                "extend",
                                item -> outcome(ClockMoves.extend(item, null, "부품", KIM, CONSTRUCTION, COUNTING, NOW)),
                                "assigned",
                                "inProgress",
                                "Awaiting",
                                "Closed",
                                "Closed",
                                "Closed",
                                "Closed"),
                        row(
                                "send away",
                                item -> outcome(
                                        Transfers.sendAway(item, "시청", "시의 도로", CONSTRUCTION, COUNTING, LEAD, NOW)),
                                "transferred",
                                "transferred",
                                "Awaiting",
                                "Closed",
                                "Closed",
                                "Closed",
                                "Closed"),
                        row(
                                "hearing",
                                item -> outcome(ClockMoves.suspend(
                                        item,
                                        "hearing",
                                        LocalDate.of(2026, 11, 27),
                                        "청문",
                                        KIM,
                                        CONSTRUCTION,
                                        COUNTING,
                                        NOW)),
                                "assigned",
                                "inProgress",
                                "Awaiting",
                                "Closed",
                                "Closed",
                                "Closed",
                                "Closed"),
                        row(
                                "claim by Kim",
                                item -> outcome(item.claim(KIM, CONSTRUCTION, NOW)),
                                "inProgress",
                                "same",
                                "same",
                                "Closed",
                                "Closed",
                                "Closed",
                                "Closed"),
                        row(
                                "claim by Lee",
                                item -> outcome(item.claim(LEE, CONSTRUCTION, NOW)),
                                "inProgress",
                                "ClaimedBy",
                                "ClaimedBy",
                                "Closed",
                                "Closed",
                                "Closed",
                                "Closed"),
                        row(
                                "give to Kim",
                                item -> outcome(item.give(KIM, CONSTRUCTION, LEAD, NOW)),
                                "inProgress",
                                "same",
                                "same",
                                "Closed",
                                "Closed",
                                "Closed",
                                "Closed"),
                        row(
                                "give to Lee",
                                item -> outcome(item.give(LEE, CONSTRUCTION, LEAD, NOW)),
                                "inProgress",
                                "inProgress",
                                "supplementRequested",
                                "Closed",
                                "Closed",
                                "Closed",
                                "Closed"),
                        row(
                                "move to parks",
                                item -> outcome(Transfers.move(item, PARKS, null, LEAD, COUNTING, NOW)),
                                "assigned",
                                "assigned",
                                "Awaiting",
                                "Closed",
                                "Closed",
                                "Closed",
                                "Closed"),
                        row(
                                "move to construction",
                                item -> outcome(Transfers.move(item, CONSTRUCTION, null, LEAD, COUNTING, NOW)),
                                "same",
                                "same",
                                "same",
                                "Closed",
                                "Closed",
                                "Closed",
                                "Closed"),
                        row(
                                "answered",
                                item -> outcome(item, WorkStatus.ANSWERED),
                                "answered",
                                "answered",
                                "answered",
                                "ignored",
                                "ignored",
                                "ignored",
                                "ignored"),
                        row(
                                "withdrawn",
                                item -> outcome(item, WorkStatus.WITHDRAWN),
                                "withdrawn",
                                "withdrawn",
                                "withdrawn",
                                "ignored",
                                "ignored",
                                "ignored",
                                "ignored"))
                .flatMap(row -> IntStream.range(0, states.size())
                        .mapToObj(n -> Arguments.of(
                                states.get(n).status() + " + " + row.name(),
                                states.get(n),
                                row.command(),
                                row.expected().get(n))));
    }

    private record Row(String name, Function<WorkItem, String> command, List<String> expected) {}

    private static Row row(String name, Function<WorkItem, String> command, String... expected) {
        return new Row(name, command, List.of(expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrix")
    void eachCommandInEachState(String name, WorkItem item, Function<WorkItem, String> command, String expected) {
        assertThat(command.apply(item)).isEqualTo(expected);
    }

    @Test
    void startingTellsTheDepartmentTheRuleAndTheClock() {
        Move.Made made = WorkRuns.start(
                WorkItems.petition(), WorkItems.SEOGU.place("street-light", WorkItems.ACCEPTED_ON), COUNTING, NOW);

        assertThat(made.events()).singleElement().isInstanceOfSatisfying(RoutingEvent.WorkAssigned.class, event -> {
            assertThat(event.department()).isEqualTo(CONSTRUCTION);
            assertThat(event.by()).isEqualTo(WorkItem.SYSTEM);
            assertThat(event.item().assignment()).isEqualTo(1);
            assertThat(event.item().rule()).isEqualTo("분류 '가로등·보안등' 민원은 건설과에서 맡습니다.");
        });
        assertThat(made.next().ledger().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("started");
            assertThat(entry.at()).isEqualTo(NOW);
        });
    }

    @Test
    void movingToAnotherDepartmentKeepsTheClockAndLetsTheOfficerGo() {
        Move.Made made = (Move.Made) Transfers.move(claimed(), PARKS, null, LEAD, COUNTING, NOW);

        assertThat(made.next().clock()).isEqualTo(assigned().clock());
        assertThat(made.next().officer()).isNull();
        assertThat(made.next().assignment()).isEqualTo(2);
        assertThat(made.next().departmentId()).isEqualTo("parks");
        assertThat(made.events()).singleElement().isInstanceOf(RoutingEvent.WorkAssigned.class);
        assertThat(made.next().ledger().entries())
                .extracting(Ledger.Entry::what, Ledger.Entry::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("started", "system"),
                        org.assertj.core.groups.Tuple.tuple("claimed", KIM.id()),
                        org.assertj.core.groups.Tuple.tuple("moved", LEAD));
    }

    @Test
    void beingGivenIsBeingClaimedByOrderOfTheLead() {
        Move.Made made = (Move.Made) claimed().give(LEE, CONSTRUCTION, LEAD, NOW);

        assertThat(made.next().officer()).isEqualTo(LEE);
        assertThat(made.events()).singleElement().isInstanceOfSatisfying(RoutingEvent.WorkClaimed.class, event -> {
            assertThat(event.officer()).isEqualTo(LEE);
            assertThat(event.by()).isEqualTo(LEAD);
        });
    }

    @Test
    void aLongLedgerGoesOnInPages() {
        WorkItem item = assigned();
        for (int n = 0; n < Ledger.MOST; n++) {
            item = made(item.give(n % 2 == 0 ? KIM : LEE, CONSTRUCTION, LEAD, NOW.plusSeconds(n)));
        }

        assertThat(item.ledger().entries()).hasSize(Ledger.MOST + 1);
        assertThat(item.ledger().overflow()).hasValueSatisfying(page -> {
            assertThat(page.number()).isEqualTo(1);
            assertThat(page.entries())
                    .hasSize(100)
                    .first()
                    .extracting(Ledger.Entry::what)
                    .isEqualTo("started");
        });
        assertThat(item.bounded().ledger().entries()).hasSize(101);
        assertThat(item.bounded().ledger().pages()).isEqualTo(1);
        assertThat(item.bounded().ledger().overflow()).isEmpty();
    }

    @Test
    void theDraftOfAnAnswerStandsUntilItDoesNotOrTheItemIsClosed() {
        WorkItem awaiting = claimed().drafted(DraftState.AWAITING).orElseThrow();
        assertThat(awaiting.draft()).isEqualTo(DraftState.AWAITING);
        assertThat(awaiting.drafted(DraftState.AWAITING)).as("nothing new").isEmpty();
        assertThat(awaiting.drafted(DraftState.RETURNED).orElseThrow().draft()).isEqualTo(DraftState.RETURNED);
        assertThat(awaiting.drafted(null).orElseThrow().draft()).isNull();

        WorkItem closed = awaiting.close(WorkStatus.ANSWERED, COUNTING, NOW).orElseThrow();
        assertThat(closed.draft()).isNull();
        assertThat(closed.drafted(DraftState.AWAITING)).as("too late").isEmpty();
    }
}
