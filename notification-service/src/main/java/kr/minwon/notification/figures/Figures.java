package kr.minwon.notification.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import kr.minwon.notification.message.Message;

/** The figures of days, and the messages that they are counted from. */
public interface Figures {
    /** The version of a day's figures; 0 when there are none. */
    long version(String officeId, LocalDate day);

    /** Stores a day's figures; false when somebody else has stored others since their version. */
    boolean store(DayFigures counted);

    /** Those of an office's days, the first one first; days without texts have none. */
    List<DayFigures> of(String officeId, LocalDate from, LocalDate to);

    /** The messages that an office made from a moment on and before another. */
    void eachMessage(String officeId, Instant from, Instant before, Consumer<Message> each);

    /** Every office that has messages. */
    List<String> offices();
}
