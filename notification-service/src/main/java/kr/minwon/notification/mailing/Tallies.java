package kr.minwon.notification.mailing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What was counted of mailings; a projection, made anew from the messages and the subscribers whenever it is lost. */
public interface Tallies {
    /** By the ids of mailings; one of which nothing is known is not there. */
    Map<String, Tally> of(Collection<String> mailingIds);

    /** The messages of a mailing as they are now. Reads all of them: only for background work. */
    List<Tally.Count> count(String mailingId);

    /** How many a revision goes to. */
    void reached(String mailingId, long reach, int revision);

    /** What the messages of a mailing were at a moment; a later count wins. */
    void counted(String mailingId, List<Tally.Count> counts, Instant at);
}
