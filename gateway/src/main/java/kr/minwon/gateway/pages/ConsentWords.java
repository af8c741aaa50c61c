package kr.minwon.gateway.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sentences by which people consent, as {@code contracts/consent-words.json} has them: pages show the latest version
 * and say with what is pressed which one it was.
 */
@Component
public class ConsentWords {
    private static final String RESOURCE = "/contracts/consent-words.json";

    private final List<Version> versions;

    record Version(String version, String language, Map<String, List<String>> sentences) {}

    private record Content(List<Version> versions) {}

    /**
     * What a page shows.
     *
     * @param name version and language, such as {@code sms-1/ko}
     * @param sentences by what they are about
     */
    public record Shown(String name, Map<String, List<String>> sentences) {}

    ConsentWords() {
        try (InputStream in = ConsentWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            versions = JsonMapper.builder().build().readValue(in, Content.class).versions();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** The latest version of a form, {@code sms} or {@code page}, in the reader's language. */
    public Shown of(String form, Words words) {
        String language = words.inKorean() ? "ko" : "en";
        return versions.stream()
                .filter(one ->
                        one.version().startsWith(form + "-") && one.language().equals(language))
                .reduce((earlier, later) -> later)
                .map(one -> new Shown(one.version() + "/" + one.language(), one.sentences()))
                .orElseThrow(() -> new IllegalStateException("no words of " + form + " in " + language));
    }
}
