package kr.minwon.routing.clock;

import java.time.LocalDate;

/**
 * A public-office holiday (관공서의 공휴일에 관한 규정).
 *
 * @param name what people call it, such as {@code 추석 연휴}
 */
public record Holiday(LocalDate date, String name, Kind kind) {
    private static final String EVE = " 연휴";
    private static final String SUBSTITUTE = " 대체";

    /** Why the day is one. */
    public enum Kind {
        /** Named by the regulation (제2조). */
        STATUTORY,
        /** In place of one that met another day off (제3조). */
        SUBSTITUTE,
        /** A national election day. */
        ELECTION,
        /** Declared for once (임시공휴일). */
        TEMPORARY,
        /** No holiday of the country: one office is closed. */
        OFFICE
    }

    public Holiday {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a holiday has a name");
        }
    }

    /** The day that is given for a holiday of that name. */
    static Holiday substitute(LocalDate date, String name) {
        return new Holiday(date, name.replace(EVE, "") + SUBSTITUTE, Kind.SUBSTITUTE);
    }

    /** What its neighbours share with it: {@code 추석} for {@code 추석 연휴}, {@code 추석} and {@code 추석 대체}. */
    String stem() {
        return name.replace(EVE, "").replace(SUBSTITUTE, "");
    }

    /** The name as a sentence uses it. */
    String spoken() {
        return kind == Kind.SUBSTITUTE ? stem() + " 대체공휴일" : name;
    }
}
