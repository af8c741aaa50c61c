package kr.minwon.notification.dispatch;

import java.util.Optional;
import java.util.function.Function;
import kr.minwon.notification.message.Content;

/** A provider of the tests: what one does not say is as with any other, and it gives no turns. */
interface PlainProvider extends Provider {
    @Override
    default int weight() {
        return 50;
    }

    @Override
    default int window() {
        return 1;
    }

    @Override
    default boolean takes(String sender, Content content) {
        return true;
    }

    @Override
    default Optional<Turn> turn() {
        return Optional.empty();
    }

    /** A turn that is answered so. */
    static Optional<Turn> turn(Function<Submission, Handover> answer) {
        return Optional.of(new Turn() {
            @Override
            public Handover handOver(Submission submission) {
                return answer.apply(submission);
            }

            @Override
            public void close() {}
        });
    }
}
