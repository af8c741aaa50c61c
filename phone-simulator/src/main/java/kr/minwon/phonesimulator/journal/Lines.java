package kr.minwon.phonesimulator.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns records into journal lines and back; its format does not follow the web's settings. */
public final class Lines {

    private static final Logger log = LoggerFactory.getLogger(Lines.class);

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Lines() {}

    /** The record as one line without its line feed. */
    public static byte[] write(Object entry) {
        return JSON.writeValueAsBytes(entry);
    }

    /** The record of a line; empty, and logged by its number, when the line cannot be read. */
    public static <T> Optional<T> read(int number, byte[] line, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(line, type));
        } catch (JacksonException e) {
            log.error("Line {} is no {}: passed over", number, type.getSimpleName());
            return Optional.empty();
        }
    }
}
