package kr.minwon.gateway.open311;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What a path names.
 *
 * @param kind such as {@code requests}
 * @param id such as a service code; null for the whole list
 */
record Resource(Kind kind, @Nullable String id, Format format) {
    static final String BASE = "/open311/v2";

    private static final Pattern PATH = Pattern.compile(BASE + "/([a-z]+)(?:/([^/]+))?\\.([A-Za-z]+)");

    /** The kinds, by their names in the path. */
    enum Kind {
        DISCOVERY(true, false),
        SERVICES(true, true),
        REQUESTS(true, true),
        TOKENS(false, true);

        private final boolean all;
        private final boolean single;

        Kind(boolean all, boolean single) {
            this.all = all;
            this.single = single;
        }

        private static Optional<Kind> of(String name) {
            for (Kind kind : values()) {
                if (kind.name().toLowerCase(java.util.Locale.ROOT).equals(name)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** The resource of a raw path; none where there is nothing. */
    static Optional<Resource> of(String rawPath) {
        Matcher path = PATH.matcher(rawPath);
        if (!path.matches()) {
            return Optional.empty();
        }
        String id = path.group(2) == null ? null : UriUtils.decode(path.group(2), StandardCharsets.UTF_8);
        return Kind.of(path.group(1))
                .filter(kind -> id == null ? kind.all : kind.single)
                .flatMap(kind -> Format.of(path.group(3)).map(format -> new Resource(kind, id, format)));
    }

    /** The format that a path asks for, wherever it leads: what nobody understands is refused in XML. */
    static Format formatOf(String rawPath) {
        return rawPath.endsWith(".json") ? Format.JSON : Format.XML;
    }
}
