package kr.minwon.trialstore.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kr.minwon.trialstore.journal.Change.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {

    @TempDir
    Path directory;

    @Test
    void givesBackWhatWasAppended() throws IOException {
        try (Journal journal = Journal.open(directory, change -> {})) {
            journal.append(List.of(put("a"), put("b")));
            journal.append(List.of(new Change(Kind.DELETE, "디비", "컬렉션", new byte[0])));
        }

        assertThat(read()).containsExactly("PUT a", "PUT b", "DELETE ");
    }

    @Test
    void cutsATornRecordWhereverItWasTorn() throws IOException {
        long whole;
        long end;
        try (Journal journal = Journal.open(directory, change -> {})) {
            journal.append(List.of(put("kept")));
            whole = journal.length();
            journal.append(List.of(put("torn"), put("too")));
            end = journal.length();
        }
        byte[] bytes = Files.readAllBytes(file());

        for (int length = (int) whole; length < end; length++) {
            Files.write(file(), Arrays.copyOf(bytes, length));
            assertThat(read()).containsExactly("PUT kept");
            assertThat(Files.size(file())).isEqualTo(whole);
        }
        bytes[(int) end - 1] ^= 1;
        Files.write(file(), bytes);
        assertThat(read()).containsExactly("PUT kept");
    }

    @Test
    void writesOnBehindACut() throws IOException {
        try (Journal journal = Journal.open(directory, change -> {})) {
            journal.append(List.of(put("a")));
        }
        Files.write(file(), concat(Files.readAllBytes(file()), new byte[] {0, 0, 0, 50, 1, 2}));
        try (Journal journal = Journal.open(directory, change -> {})) {
            journal.append(List.of(put("b")));
        }

        assertThat(read()).containsExactly("PUT a", "PUT b");
    }

    @Test
    void cutsZerosThatALossOfPowerLeaves() throws IOException {
        try (Journal journal = Journal.open(directory, change -> {})) {
            journal.append(List.of(put("a")));
        }
        Files.write(file(), concat(Files.readAllBytes(file()), new byte[5_000]));

        assertThat(read()).containsExactly("PUT a");
    }

    @Test
    void refusesToOpenWhatIsDamagedBeforeItsEnd() throws IOException {
        try (Journal journal = Journal.open(directory, change -> {})) {
            journal.append(List.of(put("a")));
            journal.append(List.of(put("b")));
        }
        byte[] bytes = Files.readAllBytes(file());
        bytes[JournalReader.MAGIC.length + RecordCodec.HEADER + 3] ^= 1;
        Files.write(file(), bytes);

        assertThatIOException().isThrownBy(this::read).withMessageContaining("damaged at byte 21");
        assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
    }

    @Test
    void refusesAForeignFile() throws IOException {
        Files.writeString(file(), "some other file, longer than the magic");

        assertThatIOException().isThrownBy(this::read).withMessageContaining("no journal");
    }

    @Test
    void startsFromAFileCutInItsFirstBytes() throws IOException {
        Files.write(file(), Arrays.copyOf(JournalReader.MAGIC, 5));

        assertThat(read()).isEmpty();
        assertThat(Files.readAllBytes(file())).isEqualTo(JournalReader.MAGIC);
    }

    @Test
    void belongsToOneStoreAtATime() throws IOException {
        try (Journal journal = Journal.open(directory, change -> {})) {
            assertThat(journal.length()).isPositive();
            assertThatIOException().isThrownBy(this::read).withMessageContaining("Another trial store");
        }
        assertThat(read()).isEmpty();
    }

    @Test
    void readsRecordsLargerThanItsWindow() throws IOException {
        String large = "x".repeat(3 << 20);
        try (Journal journal = Journal.open(directory, change -> {})) {
            for (int i = 0; i < 3; i++) {
                journal.append(List.of(put("small" + i)));
                journal.append(List.of(put(large)));
            }
        }

        assertThat(read())
                .containsExactly(
                        "PUT small0", "PUT " + large, "PUT small1", "PUT " + large, "PUT small2", "PUT " + large);
    }

    @Test
    void leavesNothingOfARecordThatFailed() throws IOException {
        FailingDisk disk = new FailingDisk();
        try (Journal journal = disk.open(directory, change -> {})) {
            journal.append(List.of(put("a")));
            disk.full = true;
            assertThatIOException().isThrownBy(() -> journal.append(List.of(put("lost"))));
            disk.full = false;
            journal.append(List.of(put("b")));
        }

        assertThat(read()).containsExactly("PUT a", "PUT b");
    }

    @Test
    void takesNothingMoreWhenAHalfRecordCannotBeCut() throws IOException {
        FailingDisk disk = new FailingDisk();
        try (Journal journal = disk.open(directory, change -> {})) {
            journal.append(List.of(put("a")));
            disk.full = true;
            disk.stuck = true;
            assertThatIOException().isThrownBy(() -> journal.append(List.of(put("lost"))));
            disk.full = false;
            disk.stuck = false;
            assertThatIOException().isThrownBy(() -> journal.append(List.of(put("refused"))));
            assertThat(journal.failure()).isNotNull();
        }

        assertThat(read()).containsExactly("PUT a");
    }

    @Test
    void takesNothingMoreFromADiskThatDidNotKeepWhatItTook() throws IOException {
        FailingDisk disk = new FailingDisk();
        Journal journal = disk.open(directory, change -> {});
        journal.append(List.of(put("a")));
        disk.lying = true;

        assertThatIOException().isThrownBy(journal::force);
        disk.lying = false;
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> journal.append(List.of(put("b"))));
        journal.close();
    }

    @Test
    void isWrittenAnewWithWhatWasAppendedMeanwhile() throws IOException {
        try (Journal journal = Journal.open(directory, change -> {})) {
            IntStream.range(0, 1_000).forEach(i -> append(journal, "old" + i));
            long asOf = journal.length();
            Journal.Rewrite rewrite = journal.rewrite(List.of(put("state")).iterator(), asOf);
            append(journal, "meanwhile");
            rewrite.finish();
            append(journal, "after");
            assertThat(journal.length()).isEqualTo(Files.size(file())).isLessThan(asOf);
        }

        assertThat(read()).containsExactly("PUT state", "PUT meanwhile", "PUT after");
        assertThat(directory.resolve("store.journal.new")).doesNotExist();
    }

    @Test
    void staysTheOldOneWhenWritingAnewFails() throws IOException {
        FailingDisk disk = new FailingDisk();
        try (Journal journal = disk.open(directory, change -> {})) {
            journal.append(List.of(put("a")));
            Journal.Rewrite rewrite = journal.rewrite(List.of(put("a")).iterator(), journal.length());
            journal.append(List.of(put("b")));
            disk.full = true;
            assertThatIOException().isThrownBy(rewrite::finish);
            assertThatIOException()
                    .isThrownBy(() -> journal.rewrite(List.of(put("a")).iterator(), journal.length()));
            disk.full = false;
            journal.append(List.of(put("c")));
        }

        assertThat(read()).containsExactly("PUT a", "PUT b", "PUT c");
        assertThat(directory.resolve("store.journal.new")).doesNotExist();
    }

    private List<String> read() throws IOException {
        List<String> changes = new ArrayList<>();
        Journal.open(
                        directory,
                        change -> changes.add(change.kind() + " " + new String(change.body(), StandardCharsets.UTF_8)))
                .close();
        return changes;
    }

    private static void append(Journal journal, String body) {
        try {
            journal.append(List.of(put(body)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Change put(String body) {
        return new Change(Kind.PUT, "db", "c", body.getBytes(StandardCharsets.UTF_8));
    }

    private Path file() {
        return directory.resolve("store.journal");
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
