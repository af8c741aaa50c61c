package kr.minwon.notification.dispatch.http;

import kr.minwon.koreansms.Shortening;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.dispatch.Provider.Submission;

/** What a text goes as with a provider that bills an SMS and an LMS apart. */
public final class Lms {
    private Lms() {}

    /**
     * The subject of a long text: its own, else the beginning of its first line, 40 bytes at most. Some providers ask for
     * one.
     */
    public static String subject(Submission submission) {
        String own = submission.subject();
        return own == null ? beginning(submission.text()) : own;
    }

    private static String beginning(String text) {
        return Shortening.of(text.lines().findFirst().orElse(""), SmsText.SUBJECT_BYTES);
    }
}
