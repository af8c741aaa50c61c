package kr.minwon.notification.dispatch.http;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Optional;
import kr.minwon.notification.message.Receipt;

/** A provider that sends no receipts: it is asked what became of what it took. */
public interface Results extends Protocol {
    /** Asks for the result of one text. */
    HttpRequest result(String providerMessageId, Instant now) throws Secret.Unreadable;

    /**
     * What became of it; nothing while it is on its way, or when the answer cannot be read.
     *
     * @param now when the answer came
     */
    Optional<Receipt> receipt(Answer answer, Instant now);
}
