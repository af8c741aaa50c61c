package kr.minwon.notification.digest;

import java.util.List;
import java.util.Optional;

/** The merges that have begun and are not done. */
public interface Merges {
    /** Stores a new one; false when one of that id is there. */
    boolean add(Merge merge);

    Optional<Merge> find(String id);

    /** Some of them. */
    List<Merge> some(int most);

    /** Forgets one that is done; another of the same id stays. */
    void remove(Merge merge);
}
