package kr.minwon.notification.message;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values as people say them, in the languages that texts are written in. */
public final class Spoken {
    public static final String KOREAN = "ko";
    public static final String ENGLISH = "en";
    /** All languages of texts, the one that every office has first. */
    public static final List<String> LANGUAGES = List.of(KOREAN, ENGLISH);
    /** Stands for an officer whom the event does not name. */
    public static final String SOME_OFFICER = "담당자";

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M월 d일(E)", Locale.KOREAN);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("M월 d일(E) H시", Locale.KOREAN);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M월 d일(E) H시 m분", Locale.KOREAN);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("EEE, d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_MINUTE =
            DateTimeFormatter.ofPattern("EEE, d MMM, HH:mm", Locale.ENGLISH);
    /** 처리결과, as answers say it. */
    private static final Map<String, String> OUTCOMES = Map.of(
            "수용", "accepted",
            "일부수용", "partly accepted",
            "불수용", "not accepted",
            "기완료", "already done",
            "기타", "other");

    private Spoken() {}

    /** The language of that name, or Korean. */
    public static String languageOf(String name) {
        return LANGUAGES.contains(name) ? name : KOREAN;
    }

    /**
     * A value as the language says it.
     *
     * @param value days and moments in ISO-8601; anything else as it is
     * @throws java.time.DateTimeException for a day or a moment that is none
     */
    static String of(Variable variable, String value, String language) {
        boolean english = language.equals(ENGLISH);
        return switch (variable.kind()) {
            case DAY -> (english ? ENGLISH_DAY : DAY).format(seoul(value));
            case MOMENT -> moment(seoul(value), english);
            case NAME -> english && value.equals(SOME_OFFICER) ? "officer in charge" : value;
            case WORD -> english ? OUTCOMES.getOrDefault(value, value) : value;
            case NUMBER, PHONE, LINK, FREE_TEXT -> value;
        };
    }

    private static String moment(ZonedDateTime seoul, boolean english) {
        if (english) {
            return ENGLISH_MINUTE.format(seoul);
        }
        return (seoul.getMinute() == 0 ? HOUR : MINUTE).format(seoul);
    }

    private static ZonedDateTime seoul(String iso) {
        return OffsetDateTime.parse(iso).atZoneSameInstant(SEOUL);
    }
}
