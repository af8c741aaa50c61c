package kr.minwon.notification.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kr.minwon.notification.reply.ReceivedPieces.Change;
import kr.minwon.notification.reply.Replies.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts texts together that come in pieces. A piece is stored and then acknowledged; the text is understood with its last
 * piece, or a while after its latest one as far as it came. Killed in between it is understood when the piece is brought
 * again, or when nobody brings it, and is the same text each time.
 */
public final class Joining implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Joining.class);
    private static final int AT_ONCE = 100;

    private final ReceivedPieces pieces;
    private final Replies replies;
    private final PieceSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("text-pieces").daemon().factory());

    public Joining(ReceivedPieces pieces, Replies replies, PieceSettings settings, Clock clock) {
        this.pieces = pieces;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
    }

    public void start() {
        long every = settings.sweepEvery().toMillis();
        timer.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes a piece.
     *
     * @return what became of its text; nothing while pieces are missing
     * @throws RuntimeException when the store is away; it is to be brought again
     */
    public Optional<Taken> on(Piece piece) {
        List<LongText> ready = pieces.change(piece.from(), before -> {
            LongTexts.Next next = before.plus(piece, now());
            return new Change<>(next.now(), next.ready());
        });
        return ready.isEmpty() ? Optional.empty() : give(piece.from(), ready);
    }

    /** Gives what has waited long enough. */
    void round() {
        try {
            for (LongTexts of : pieces.due(now(), AT_ONCE)) {
                // Also when none is late: what was given long ago is forgotten.
                give(of.from(), of.late(now(), settings.within()));
            }
        } catch (RuntimeException away) {
            log.warn("texts in pieces are not looked for now: {}", away.toString());
        }
    }

    private Optional<Taken> give(String from, List<LongText> ready) {
        Optional<Taken> last = Optional.empty();
        for (LongText text : ready) {
            last = Optional.of(replies.on(text.text(from)));
        }
        pieces.change(from, before -> new Change<>(before.given(ready, now()), true));
        return last;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
