package kr.minwon.outbox;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event that a state change brings about; it is stored in the same write as the change.
 *
 * @param type versioned name such as {@code complaint.submitted.v1}
 * @param key Kafka key: the complaint's id, or the document's own where there is no case
 * @param body what becomes the JSON body; for sequenced sources {@code sequence} is added when it is stored
 */
public record NewEvent(String type, String key, Map<String, Object> body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> BODY = new TypeReference<>() {};

    public NewEvent {
        if (type.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("an event has a type and a key");
        }
    }

    /** An event whose body is what a wire record becomes in JSON. */
    public static NewEvent of(String type, String key, Object wireRecord) {
        return new NewEvent(type, key, JSON.convertValue(wireRecord, BODY));
    }
}
