package kr.minwon.gateway.open311;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The formats of answers. XML is the one that every client knows. */
enum Format {
    XML("text/xml"),
    JSON("application/json");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** As the header says it. */
    String contentType() {
        return mediaType + "; charset=utf-8";
    }

    /** The format of a path's ending, such as {@code xml}; none for any other. */
    static Optional<Format> of(@Nullable String ending) {
        if ("xml".equals(ending)) {
            return Optional.of(XML);
        }
        return "json".equals(ending) ? Optional.of(JSON) : Optional.empty();
    }
}
