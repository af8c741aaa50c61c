package kr.minwon.phonesimulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalIT {

    @TempDir
    Path directory;

    private final List<String> found = new ArrayList<>();
    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("sub/lines.jsonl");
    }

    private Journal open() {
        found.clear();
        return Journal.open(file, false, (number, json) -> {
            assertThat(number).isEqualTo(found.size());
            found.add(text(json));
        });
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }

    @Test
    void findsEveryLineAgain() {
        // longer and shorter than what is read at once, and some that end exactly there
        List<String> lines = IntStream.of(0, 1, 65_535, 65_536, 3, 200_000, 65_529, 7)
                .mapToObj("가"::repeat)
                .toList();
        try (Journal journal = open()) {
            for (int n = 0; n < lines.size(); n++) {
                assertThat(journal.append(octets(lines.get(n)))).isEqualTo(n);
            }
        }
        try (Journal journal = open()) {
            assertThat(found).isEqualTo(lines);
            assertThat(text(journal.read(3, 5))).isEqualTo(lines.get(3) + "\n" + lines.get(4) + "\n");
            assertThat(journal.read(8, 100)).isEmpty();
            assertThat(journal.append(octets("next"))).isEqualTo(8);
        }
        try (Journal journal = open()) {
            assertThat(journal.count()).isEqualTo(9);
            assertThat(text(journal.read(8, 9))).isEqualTo("next\n");
        }
    }

    @Test
    void cutsATornLastLineWhereverItWasTorn() throws Exception {
        byte[] whole = octets("{\"a\":\"하나\"}\n{\"a\":\"둘\"}\n");
        int first = octets("{\"a\":\"하나\"}\n").length;
        Files.createDirectories(file.getParent());
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            int lines = length < first ? 0 : length < whole.length ? 1 : 2;
            try (Journal journal = open()) {
                assertThat(found).as("cut at %d", length).hasSize(lines);
                journal.append(octets("{}"));
            }
            try (Journal journal = open()) {
                assertThat(journal.count()).isEqualTo(lines + 1);
                assertThat(found.getLast()).isEqualTo("{}");
            }
        }
    }

    @Test
    void keepsLinesApartThatComeFromAllSides() throws Exception {
        try (Journal journal = open()) {
            var numbers = ConcurrentHashMap.newKeySet();
            List<Thread> writers = IntStream.range(0, 8)
                    .mapToObj(writer -> Thread.ofVirtual().start(() -> {
                        for (int n = 0; n < 500; n++) {
                            numbers.add(journal.append(octets(writer + ":" + n)));
                        }
                    }))
                    .toList();
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(numbers).hasSize(4_000);
        }
        try (Journal journal = open()) {
            assertThat(found).hasSize(4_000).doesNotHaveDuplicates();
            assertThat(journal.count()).isEqualTo(4_000);
        }
    }

    @Test
    void isEmptyOnceCleared() {
        try (Journal journal = open()) {
            journal.append(octets("old"));
            journal.clear();
            assertThat(journal.append(octets("new"))).isZero();
        }
        try (Journal journal = open()) {
            assertThat(found).containsExactly("new");
            assertThat(journal.count()).isEqualTo(1);
        }
    }

    @Test
    void belongsToOneAtATime() {
        try (Journal journal = open()) {
            assertThat(journal.count()).isZero();
            assertThatThrownBy(this::open).hasMessageContaining("used by another simulator");
        }
        open().close();
    }
}
