package kr.minwon.routing.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The offices of this installation. */
public interface Offices {
    /** The office of that id. */
    Optional<Office> find(String officeId);

    /** Every office. */
    List<Office> all();

    /** Adds a day off of an office's own; false when it has one on that date. */
    boolean declare(String officeId, DeclaredDay day);

    /** Takes an office's own day off back; false when it has none on that date. */
    boolean withdraw(String officeId, LocalDate date);
}
