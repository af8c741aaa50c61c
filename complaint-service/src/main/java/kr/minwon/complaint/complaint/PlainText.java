package kr.minwon.complaint.complaint;

import java.util.Optional;
import java.util.function.IntPredicate;

/** Rules of texts that people send; 똠, emoji and every other real character are kept as they are. */
public final class PlainText {
    /** What is wrong with a text. */
    public enum Fault {
        EMPTY,
        TOO_LONG,
        /** A character that moves a terminal or ends a string: NUL, escape, line ends where one line is wanted. */
        CONTROL_CHARACTER,
        /** Half of a surrogate pair: no character at all. */
        BROKEN_CHARACTER
    }

    private PlainText() {}

    /** A text of one line. */
    public static Optional<Fault> faultOfLine(String stripped, int most) {
        return fault(stripped, most, Character::isISOControl);
    }

    /** A text of several lines. */
    public static Optional<Fault> faultOfText(String stripped, int most) {
        return fault(
                stripped,
                most,
                point -> Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t');
    }

    private static Optional<Fault> fault(String stripped, int most, IntPredicate refused) {
        if (stripped.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            return Optional.of(Fault.BROKEN_CHARACTER);
        }
        if (stripped.codePoints().anyMatch(refused)) {
            return Optional.of(Fault.CONTROL_CHARACTER);
        }
        if (stripped.isEmpty()) {
            return Optional.of(Fault.EMPTY);
        }
        return stripped.codePointCount(0, stripped.length()) > most ? Optional.of(Fault.TOO_LONG) : Optional.empty();
    }
}
