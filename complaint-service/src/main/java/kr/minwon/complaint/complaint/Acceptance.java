package kr.minwon.complaint.complaint;

import java.util.Locale;

/** How the office accepts what is filed (접수; 민원처리법 시행령 §6): at once, or by hand. */
public enum Acceptance {
    ONLINE,
    BY_HAND;

    /** The setting {@code minwon.acceptance}: {@code online} or {@code by-hand}. */
    public static Acceptance of(String setting) {
        return valueOf(setting.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    ComplaintStatus filedAs() {
        return this == ONLINE ? ComplaintStatus.ACCEPTED : ComplaintStatus.FILED;
    }
}
