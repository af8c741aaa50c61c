package kr.minwon.routing.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The recounts, kept. */
public interface Recounts {
    /** Keeps a new one. */
    void add(Recount recount);

    /** That one, of that office. */
    Optional<Recount> find(String officeId, String id);

    /** The oldest that is not done and was asked for by then, of whichever office. */
    Optional<Recount> next(Instant requestedBy);

    /** Keeps how far one came; false when another instance was quicker or it was superseded. */
    boolean advance(Recount before, Recount after);

    /** What is left undone of a day is not done any more. */
    void supersede(String officeId, LocalDate date);

    /** The last ones of an office, newest first. */
    List<Recount> recent(String officeId, int most);
}
