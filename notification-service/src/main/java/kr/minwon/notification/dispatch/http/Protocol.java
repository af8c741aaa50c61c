package kr.minwon.notification.dispatch.http;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.Provider.Submission;
import tools.jackson.databind.JsonNode;

/** How one provider is spoken to. */
public interface Protocol {
    /** The name stored on messages and used in settings. */
    String name();

    /**
     * Hands over one text, signed for that moment. An SMS is EUC-KR throughout and of the length of an LMS at most.
     *
     * @param isLong whether it goes as an LMS
     */
    HttpRequest send(Submission submission, boolean isLong, Instant now) throws Secret.Unreadable;

    /**
     * What an answer to {@link #send} means. Asked for 2xx and 4xx only, but for 401, 403, 408 and 429, which mean the same
     * everywhere. What is not documented is {@link Handover.Unknown}; never {@link Handover.Busy} when the provider
     * may have taken the text.
     */
    Handover read(Answer answer);

    /** Whether the body of an answer is an error in the provider's own words, and not those of whatever stands before it. */
    boolean isOwnError(JsonNode body);

    /** Whether {@link #send} hands 알림톡 to KakaoTalk, with the provider's own way back to SMS switched off. */
    default boolean carriesAlimtalk() {
        return false;
    }

    /** A request that changes nothing: any answer below 500 says that the provider is there. */
    HttpRequest harmless(Instant now) throws Secret.Unreadable;

    /** How far clocks may differ before signatures are refused; zero when nothing is signed by time. */
    Duration allowedSkew();
}
