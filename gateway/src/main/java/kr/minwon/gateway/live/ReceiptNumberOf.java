package kr.minwon.gateway.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Reads one field of an event and nothing else of it; what cannot be read wakes nobody. */
final class ReceiptNumberOf {
    private static final String FIELD = "receiptNumber";
    private static final JsonFactory JSON = new JsonFactory();

    private ReceiptNumberOf() {}

    static Optional<String> body(byte @Nullable [] event) {
        if (event == null) {
            return Optional.empty();
        }
        try (JsonParser body = JSON.createParser(event)) {
            if (body.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (body.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = FIELD.equals(body.currentName());
                JsonToken value = body.nextToken();
                if (wanted) {
                    return value == JsonToken.VALUE_STRING ? Optional.of(body.getString()) : Optional.empty();
                }
                body.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
