package kr.minwon.complaint.complaint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The categories of complaints (민원 분류) by code, from {@code complaint-service/categories.csv}. */
@Component
public class Categories {
    /** What a complaint without a category is. */
    public static final String OTHER = "other";

    private static final String RESOURCE = "/complaint-service/categories.csv";

    private final Map<String, String> names;

    public Categories() {
        names = Collections.unmodifiableMap(read());
    }

    private static Map<String, String> read() {
        InputStream resource = Objects.requireNonNull(Categories.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            Map<String, String> names = new LinkedHashMap<>();
            reader.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
                int comma = line.indexOf(',');
                names.put(line.substring(0, comma), line.substring(comma + 1));
            });
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean knows(String code) {
        return names.containsKey(code);
    }

    /** The Korean name; the code itself for one that is no longer known. */
    public String nameOf(String code) {
        return names.getOrDefault(code, code);
    }

    /** Every code, in the office's order. */
    public Collection<String> codes() {
        return names.keySet();
    }
}
