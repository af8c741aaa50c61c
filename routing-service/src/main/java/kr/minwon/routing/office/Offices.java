package kr.minwon.routing.office;

import java.util.List;
import java.util.Optional;
import kr.minwon.idempotency.RequestMark;

/** The offices of this installation. */
public interface Offices {
    /** The office of that id. */
    Optional<Office> find(String officeId);

    /** Every office. */
    List<Office> all();

    /** Adds a day off of an office's own; false when it has one on that date. */
    boolean declare(String officeId, DayChange added);

    /** Takes an office's own day off back; false when it has none on that date. */
    boolean withdraw(String officeId, DayChange takenBack);

    /** What the last request with that key did to the office's days off, whatever it asked for. */
    Optional<DayChange> changedBy(String officeId, RequestMark request);
}
