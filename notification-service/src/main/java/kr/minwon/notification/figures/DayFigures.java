package kr.minwon.notification.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the texts that an office made on a day, counted from the messages themselves: counted again it is the same,
 * whoever counts.
 *
 * @param version what a compare-and-set compares; 0 for one that is not stored yet
 * @param countedAt when the counting began
 */
public record DayFigures(String officeId, LocalDate day, long version, Instant countedAt, List<Line> lines) {
    public DayFigures {
        lines = List.copyOf(lines);
    }

    /**
     * Texts that are alike.
     *
     * @param cost of all of them, in won
     */
    public record Line(Like like, long count, BigDecimal cost) {}

    /**
     * In what texts are alike.
     *
     * @param kind {@code case}, {@code digest}, {@code code} or {@code mailing}
     * @param departmentId whose case it is when it is counted, or who sends the mailing; null for none or several
     * @param lane how soon it is wanted, such as {@code notice}
     * @param provider whom it was handed to last; null for nobody
     * @param state such as {@code delivered}
     * @param cause why it is so, such as {@code no-such-number}; {@code unexplained} for a code that no table has
     */
    public record Like(
            String kind,
            @Nullable String departmentId,
            String lane,
            @Nullable String provider,
            String state,
            @Nullable String cause) {}
}
