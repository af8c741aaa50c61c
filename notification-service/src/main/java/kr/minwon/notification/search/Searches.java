package kr.minwon.notification.search;

import java.util.List;
import java.util.Optional;

/** The searches that are written down. */
public interface Searches {
    /** Writes one down for good; false when its number is taken. */
    boolean add(Search search);

    Optional<Search> last(String officeId);

    /** The searches before a number, the newest first. */
    List<Search> before(String officeId, long number, int most);
}
