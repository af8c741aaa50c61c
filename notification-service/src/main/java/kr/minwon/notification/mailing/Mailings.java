package kr.minwon.notification.mailing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stored mailings. */
public interface Mailings {
    /** Stores a new one; false when the id is taken. */
    boolean add(Mailing mailing);

    Optional<Mailing> find(String id);

    /**
     * Changes one until nobody else came between.
     *
     * @param decide must be repeatable
     * @return what was decided; empty when there is no such mailing
     */
    <R> Optional<R> change(String id, Function<Mailing, Change<R>> decide);

    /** What becomes of a mailing, and what is answered; null where nothing changes. */
    record Change<R>(@Nullable Mailing next, R result) {}

    /** A page of an office's, the latest first. */
    Page page(String officeId, @Nullable String cursor, int limit);

    /** Those that background work has to look at, by their ids, after one of them. */
    List<Mailing> underWay(String after, int most);

    /**
     * A page.
     *
     * @param next where the next begins; null at the end
     */
    record Page(List<Mailing> items, @Nullable String next) {}
}
