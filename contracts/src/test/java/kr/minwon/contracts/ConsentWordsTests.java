package kr.minwon.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people have agreed to stays what it was: another sentence is another version, beside the old one. */
class ConsentWordsTests {
    private static final Path FILE = Path.of("src/main/resources/contracts/consent-words.json");

    /** Never change a line: add the new version's. */
    private static final Map<String, String> PINNED = Map.of(
            "sms-1/ko", "837fd5212bae5ecb",
            "sms-1/en", "a8bac76d42981fa5",
            "page-1/ko", "2ab42988d0101502",
            "page-1/en", "cef56c7627e03d1b");

    private static JsonNode versions() throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(FILE)).get("versions");
    }

    private static String hash(JsonNode sentences) throws GeneralSecurityException {
        byte[] text = sentences.toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                .substring(0, 16);
    }

    @Test
    void theTextOfAVersionNeverChanges() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode version : versions()) {
            String name = version.get("version").asString() + "/"
                    + version.get("language").asString();
            assertThat(name).matches("[a-z]+-[0-9]+/(ko|en)");
            assertThat(found.put(name, hash(version.get("sentences")))).as(name).isNull();
        }
        assertThat(found).containsExactlyInAnyOrderEntriesOf(PINNED);
    }

    @Test
    void aVersionSaysTheSameInEveryLanguage() throws Exception {
        Map<String, Map<String, Integer>> shapes = new TreeMap<>();
        Map<String, TreeSet<String>> languages = new TreeMap<>();
        for (JsonNode version : versions()) {
            Map<String, Integer> shape = new TreeMap<>();
            version.get("sentences").properties().forEach(one -> {
                assertThat(one.getValue())
                        .allSatisfy(sentence -> assertThat(sentence.asString()).isNotBlank());
                shape.put(one.getKey(), one.getValue().size());
            });
            String name = version.get("version").asString();
            assertThat(shapes.computeIfAbsent(name, first -> shape)).as(name).isEqualTo(shape);
            languages
                    .computeIfAbsent(name, first -> new TreeSet<>())
                    .add(version.get("language").asString());
        }
        assertThat(languages).allSatisfy((name, found) -> assertThat(found).containsExactly("en", "ko"));
    }
}
