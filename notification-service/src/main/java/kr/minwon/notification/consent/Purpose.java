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

    public Purpose {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no purpose: " + name);
        }
    }
}
