package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.Urgency;
import org.junit.jupiter.api.Test;

/** Who gets a provider's turns while there are too few. */
class ChoiceTests {
    private static final Content TEXT = new Content("[서구청] 안내", Encoding.EUC_KR, "1");
    private static final Duration NO_PATIENCE = Duration.ZERO;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    /** A provider of so many turns. */
    private static final class Slow implements PlainProvider {
        private final String name;
        private final int window;
        private final Semaphore turns;
        private volatile CountDownLatch asked = new CountDownLatch(1);

        Slow(String name, int window) {
            this.name = name;
            this.window = window;
            this.turns = new Semaphore(window);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int window() {
            return window;
        }

        @Override
        public Optional<Turn> turn() {
            asked.countDown();
            return turns.tryAcquire() ? Optional.of(new SlowTurn(turns)) : Optional.empty();
        }
    }

    private record SlowTurn(Semaphore turns) implements Provider.Turn {
        @Override
        public Provider.Handover handOver(Provider.Submission submission) {
            return new Provider.Handover.Accepted("1");
        }

        @Override
        public void close() {
            turns.release();
        }
    }

    private static Choice among(Provider... providers) {
        return Town.choice(List.of(providers), Town.settings(100));
    }

    private static Optional<Choice.Chosen> turn(Choice choice, Urgency urgency, Duration patience)
            throws InterruptedException {
        return turn(choice, urgency, name -> false, patience);
    }

    private static Optional<Choice.Chosen> turn(
            Choice choice, Urgency urgency, Predicate<String> passedOver, Duration patience)
            throws InterruptedException {
        return choice.turn("0623607114", TEXT, urgency, passedOver, patience);
    }

    private static List<Choice.Chosen> all(Choice choice, Urgency urgency) throws InterruptedException {
        List<Choice.Chosen> taken = new ArrayList<>();
        for (Optional<Choice.Chosen> next = turn(choice, urgency, NO_PATIENCE);
                next.isPresent();
                next = turn(choice, urgency, NO_PATIENCE)) {
            taken.add(next.get());
        }
        return taken;
    }

    private static CompletableFuture<Choice.Chosen> waits(Choice choice, Urgency urgency) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return turn(choice, urgency, PATIENCE).orElseThrow();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                THREADS);
    }

    @Test
    void noticesNeverHoldAllTurnsOfAProviderThatIsNotKnownToBeQuick() throws Exception {
        Choice choice = among(new Slow("a", 4), new Slow("b", 8));
        assertThat(all(choice, Urgency.NOTICE)).hasSize(3 + 7);
        assertThat(all(choice, Urgency.CODE))
                .extracting(Choice.Chosen::provider)
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void theNextTurnIsThatOfACodeHoweverManyNoticesWait() throws Exception {
        Slow provider = new Slow("b", 2);
        Choice choice = among(provider);
        List<Choice.Chosen> out = all(choice, Urgency.CODE);
        assertThat(out).hasSize(2);
        provider.asked = new CountDownLatch(1);
        CompletableFuture<Choice.Chosen> code = waits(choice, Urgency.CODE);
        assertThat(provider.asked.await(30, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<Choice.Chosen>> notices = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            notices.add(waits(choice, Urgency.NOTICE));
        }
        out.getFirst().close();
        try (Choice.Chosen got = code.get(30, TimeUnit.SECONDS)) {
            assertThat(notices).noneMatch(CompletableFuture::isDone);
            assertThat(got.provider()).isEqualTo("b");
        }
        // Once it is served, the others come to theirs, one after the other.
        for (CompletableFuture<Choice.Chosen> ignored : notices) {
            CompletableFuture.anyOf(notices.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
            CompletableFuture<Choice.Chosen> done = notices.stream()
                    .filter(CompletableFuture::isDone)
                    .findFirst()
                    .orElseThrow();
            done.get().close();
            notices = notices.stream().filter(one -> one != done).toList();
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void whoWaitsForOneProviderHoldsUpNobodyAtAnother() throws Exception {
        Slow away = new Slow("a", 1);
        away.turns.drainPermits();
        Choice choice = among(away, new Slow("b", 2));
        CompletableFuture<Optional<Choice.Chosen>> code = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return turn(choice, Urgency.CODE, "b"::equals, PATIENCE);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                THREADS);
        assertThat(away.asked.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(turn(choice, Urgency.NOTICE, NO_PATIENCE))
                .map(Choice.Chosen::provider)
                .contains("b");
        away.turns.release();
        assertThat(code.get(30, TimeUnit.SECONDS)).map(Choice.Chosen::provider).contains("a");
    }

    @Test
    void aProviderThatAnswersQuicklyGivesNoticesAllItsTurns() throws Exception {
        Choice choice = among(new Slow("a", 4));
        try (Choice.Chosen first = turn(choice, Urgency.NOTICE, NO_PATIENCE).orElseThrow()) {
            first.handOver(new Provider.Submission("id", 1, "0623607114", "01012345678", "안내", Encoding.EUC_KR));
        }
        assertThat(all(choice, Urgency.NOTICE)).hasSize(4);
    }
}
