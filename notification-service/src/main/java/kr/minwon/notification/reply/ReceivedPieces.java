package kr.minwon.notification.reply;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The texts that come in pieces, stored before their pieces are acknowledged. */
public interface ReceivedPieces {
    /** What there is now of a number, and what came of looking. */
    record Change<R>(LongTexts next, R result) {}

    /**
     * Changes what there is of a number, unless somebody else was faster, in which case it is decided again.
     *
     * @param from 11 digits, or whatever the carrier says
     */
    <R> R change(String from, Function<LongTexts, Change<R>> decide);

    /** Of numbers with something to do by then. */
    List<LongTexts> due(Instant now, int most);
}
