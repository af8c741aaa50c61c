package kr.minwon.routing.clock;

import java.time.LocalDate;

/**
 * A day on which an office does not work although the country's calendar says so: declared for the country since
 * (임시공휴일, an election after a vacancy), or the office's own.
 *
 * @param name what its people call it, such as {@code 임시공휴일}
 * @param kind neither statutory nor a substitute: those follow from the regulation, not from an office
 */
public record CalendarOverride(LocalDate date, String name, Holiday.Kind kind) {
    public CalendarOverride {
        if (kind == Holiday.Kind.STATUTORY || kind == Holiday.Kind.SUBSTITUTE) {
            throw new IllegalArgumentException("no office decides on " + kind);
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("a day off has a name");
        }
    }

    Holiday holiday() {
        return new Holiday(date, name, kind);
    }
}
