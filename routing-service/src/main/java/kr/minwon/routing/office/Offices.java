package kr.minwon.routing.office;

import java.util.List;
import java.util.Optional;

/** The offices of this installation. */
public interface Offices {
    /** The office of that id. */
    Optional<Office> find(String officeId);

    /** Every office. */
    List<Office> all();
}
