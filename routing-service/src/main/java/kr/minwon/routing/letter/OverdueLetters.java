package kr.minwon.routing.letter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The letters of every office. */
public interface OverdueLetters {
    /** The letter of that day about that case, if there is one; else the given one with the year's next number. */
    OverdueLetter issue(OverdueLetter letter);

    Optional<OverdueLetter> find(String officeId, String number);

    /**
     * A year's letters, the latest first.
     *
     * @param departmentId to which department; null for all of the office
     * @param before the last number of the page before; null for the first page
     */
    List<OverdueLetter> ofYear(
            String officeId, @Nullable String departmentId, int year, @Nullable String before, int most);
}
