package kr.minwon.notification.consent;

import java.util.regex.Pattern;

/**
 * What somebody may be told for; each is consented to by itself.
 *
 * @param name such as {@code caseNotices}
 */
public record Purpose(String name) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9/-]{1,60}");

    /** The steps of one's own cases. */
    public static final Purpose CASE_NOTICES = new Purpose("caseNotices");

    /** Advertising among the news (정보통신망법 §50). */
    public static final Purpose ADS = new Purpose("ads");

    /** Advertising between 21:00 and 08:00 (정보통신망법 §50③). */
    public static final Purpose ADS_AT_NIGHT = new Purpose("ads/night");

    public Purpose {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no purpose: " + name);
        }
    }
}
