package kr.minwon.notification.message;

import org.jspecify.annotations.Nullable;

/** How what somebody writes for the subscribers of a topic reads on a phone: with the office, and how it is stopped. */
public interface FramedNews {
    /** The text as it goes out, with a link that leads nowhere. */
    String text(String officeId, String words, boolean advertising);

    /** The subject as it goes out; null for none. */
    @Nullable
    String subject(@Nullable String typed, boolean advertising);
}
