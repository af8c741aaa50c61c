package kr.minwon.routing.office;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.minwon.routing.clock.Period;
import org.jspecify.annotations.Nullable;

/** The kinds of petition that the law knows (민원처리법 제2조), and how long each may take. */
public enum PetitionKind {
    /** Permits and licences: each has its own period, by the published table. */
    STATUTORY("법정민원", null, "민원처리법 제17조"),
    INQUIRY("질의민원", 14, "민원처리법 시행령 제14조"),
    SUGGESTION("건의민원", 14, "민원처리법 시행령 제15조"),
    GRIEVANCE("고충민원", 7, "민원처리법 시행령 제17조"),
    /** At once unless the office says otherwise. */
    OTHER("기타민원", null, "민원처리법 시행령 제19조");

    private final String korean;
    private final @Nullable Integer mostDays;
    private final String article;

    PetitionKind(String korean, @Nullable Integer mostDays, String article) {
        this.korean = korean;
        this.mostDays = mostDays;
        this.article = article;
    }

    /** The kind of that name. */
    public static Optional<PetitionKind> of(String korean) {
        return Arrays.stream(values())
                .filter(kind -> kind.korean.equals(korean))
                .findFirst();
    }

    /** The names of all, for a sentence. */
    public static String names() {
        return Arrays.stream(values()).map(PetitionKind::korean).collect(Collectors.joining(", "));
    }

    public String korean() {
        return korean;
    }

    /** Where the law says how long it may take. */
    public String article() {
        return article;
    }

    /** The longest period that the law allows, in days; empty where the office decides. */
    public Optional<Integer> mostDays() {
        return Optional.ofNullable(mostDays);
    }

    /** Whether the law allows it so long a period. */
    public boolean allows(Period period) {
        return mostDays == null || period.workingDays() <= mostDays;
    }
}
