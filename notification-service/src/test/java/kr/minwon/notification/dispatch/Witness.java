package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A provider that keeps what it was handed, in order. Outlives the processes that hand it over. */
final class Witness {
    private final List<String> taken = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();

    /** What the provider does with a submission; decides before it takes it, and answers after. */
    interface Temper {
        /** Something other than an acceptance; the provider has not taken it. */
        default Optional<Provider.Handover> refusal(Provider.Submission submission) {
            return Optional.empty();
        }

        /** What is answered when it was taken. */
        default Provider.Handover answer(Provider.Submission submission, String id) {
            return new Provider.Handover.Accepted(id);
        }

        default boolean carriesAlimtalk() {
            return true;
        }

        /** Whether it gives turns. */
        default boolean isThere() {
            return true;
        }
    }

    static final Temper GOOD = new Temper() {};

    /** The provider as one process sees it. */
    Provider as(Life life, Temper temper) {
        return new PlainProvider() {
            @Override
            public String name() {
                return "witness";
            }

            @Override
            public int window() {
                return Town.WINDOW;
            }

            @Override
            public Duration answersWithin() {
                return Duration.ZERO;
            }

            @Override
            public boolean carriesAlimtalk() {
                return temper.carriesAlimtalk();
            }

            @Override
            public Optional<Turn> turn() {
                life.standStillIfOver();
                return temper.isThere() ? Optional.of(newTurn(life, temper)) : Optional.empty();
            }
        };
    }

    private Provider.Turn newTurn(Life life, Temper temper) {
        return new Provider.Turn() {
            @Override
            public Provider.Handover handOver(Provider.Submission submission) {
                life.at(Life.Point.AFTER_THE_CLAIM);
                Optional<Provider.Handover> refusal = temper.refusal(submission);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                life.whole(() -> take(submission.handOverId()));
                life.at(Life.Point.AFTER_THE_SUBMIT);
                return temper.answer(submission, "p" + ids.incrementAndGet());
            }

            @Override
            public void close() {
                life.standStillIfOver();
            }
        };
    }

    private synchronized boolean take(String id) {
        return taken.add(id);
    }

    /** Everything that was handed over, in order. */
    synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    /** How often each message was handed over. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        taken().forEach(id -> counts.merge(id, 1, Integer::sum));
        return counts;
    }

    /** A provider that answers so. */
    static Temper answering(Function<String, Provider.Handover> answer) {
        return new Temper() {
            @Override
            public Provider.Handover answer(Provider.Submission submission, String id) {
                return answer.apply(id);
            }
        };
    }
}
