package kr.minwon.notification.dispatch.http;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import kr.minwon.notification.dispatch.Receipts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A provider that brings receipts. */
public interface Webhook {
    /** The name stored on messages. */
    String provider();

    /**
     * Whether it is the provider that calls.
     *
     * @param header a header by its name, null when there is none
     */
    boolean isGenuine(Function<String, @Nullable String> header) throws Secret.Unreadable;

    /**
     * The receipts in a body that end something; what it does not know it passes over.
     *
     * @param body an object or an array
     * @param now when it came
     */
    List<Receipts.Notice> read(JsonNode body, Instant now);
}
