package kr.minwon.notification.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.minwon.notification.message.Message;
import org.jspecify.annotations.Nullable;

/** The figures of days, and the messages that they are counted from. */
public interface Figures {
    /** The version of a day's figures; 0 when there are none. */
    long version(String officeId, LocalDate day);

    /** Stores a day's figures; false when somebody else has stored others since their version. */
    boolean store(DayFigures counted);

    /** Those of an office's days, the first one first; days without texts have none. */
    List<DayFigures> of(String officeId, LocalDate from, LocalDate to);

    /** Messages that an office made from a moment on and before another, the oldest first, after one of them. */
    List<Message> messages(String officeId, Instant from, Instant before, @Nullable Message after, int most);

    /** Every office that has messages. */
    List<String> offices();
}
