package kr.minwon.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import kr.minwon.notification.consent.ConsentWords;
import tools.jackson.databind.json.JsonMapper;

/** The words of {@code contracts/consent-words.json}, the one place where they are written. */
final class ConsentWordsFile {
    private static final String RESOURCE = "/contracts/consent-words.json";

    private record Content(List<ConsentWords.Version> versions) {}

    private ConsentWordsFile() {}

    static ConsentWords read() {
        try (InputStream in = ConsentWordsFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            return new ConsentWords(
                    JsonMapper.builder().build().readValue(in, Content.class).versions());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
