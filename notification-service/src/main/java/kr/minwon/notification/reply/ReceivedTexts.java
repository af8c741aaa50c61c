package kr.minwon.notification.reply;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The texts that people sent, each stored once with what it does. */
public interface ReceivedTexts {
    /** Stores a text and, in the same write, what its case is to hear; false when it is there already. */
    boolean add(Reply reply);

    /** The text with that id. */
    Optional<Reply> find(String id);

    /**
     * What is to become of a text.
     *
     * @param next null leaves it as it is
     */
    record Change<R>(@Nullable Reply next, R result) {}

    /**
     * Changes a text unless somebody else was faster, in which case it is decided again.
     *
     * @param decide is given null when there is no such text; must be repeatable
     */
    <R> R change(String id, Function<@Nullable Reply, Change<R>> decide);

    /** A page of texts; {@code next} is the cursor of the next one, null at the end. */
    record Page(List<Reply> items, @Nullable String next) {}

    /** Those of an office that somebody has to look at, the oldest first. */
    Page open(String officeId, @Nullable String cursor, int limit);

    /** Those of an office that no person seems to have written, unless somebody handled them; the latest first. */
    Page automatic(String officeId, @Nullable String cursor, int limit);

    /** The latest texts of a case, the oldest first. */
    List<Reply> ofCase(String complaintId, int most);
}
