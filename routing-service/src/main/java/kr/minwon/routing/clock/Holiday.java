package kr.minwon.routing.clock;

import java.time.LocalDate;

/**
 * A public-office holiday (관공서의 공휴일에 관한 규정).
 *
 * @param name what people call it, such as {@code 추석 연휴}
 */
public record Holiday(LocalDate date, String name, Kind kind) {
    /** Why the day is one. */
    public enum Kind {
        /** Named by the regulation (제2조). */
        STATUTORY,
        /** In place of one that met another day off (제3조). */
        SUBSTITUTE,
        /** A national election day. */
        ELECTION,
        /** Declared for once (임시공휴일). */
        TEMPORARY
    }

    public Holiday {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a holiday has a name");
        }
    }

    /** What its neighbours share with it: {@code 추석} for {@code 추석 연휴}, {@code 추석} and {@code 추석 대체}. */
    String stem() {
        return name.replace(" 연휴", "").replace(" 대체", "");
    }

    /** The name as a sentence uses it. */
    String spoken() {
        return kind == Kind.SUBSTITUTE ? stem() + " 대체공휴일" : name;
    }
}
