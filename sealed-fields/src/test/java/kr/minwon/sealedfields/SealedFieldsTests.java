package kr.minwon.sealedfields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFieldsTests {
    @TempDir
    Path directory;

    @Test
    void whatWasSealedOpensAgain() throws IOException {
        FieldSealer sealer = new FieldSealer(ring("f1"));
        String sealed = sealer.seal("phone", "01012345678");
        assertThat(sealed).startsWith("v1.f1.").doesNotContain("12345678");
        assertThat(sealer.open("phone", sealed)).isEqualTo("01012345678");
        assertThat(sealer.seal("phone", "01012345678")).isNotEqualTo(sealed);
    }

    @Test
    void aSealedNameIsNoPhone() throws IOException {
        FieldSealer sealer = new FieldSealer(ring("f1"));
        String sealed = sealer.seal("name", "홍길동");
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.open("phone", sealed));
    }

    @Test
    void anAlteredByteIsNoticed() throws IOException {
        FieldSealer sealer = new FieldSealer(ring("f1"));
        String sealed = sealer.seal("name", "홍길동");
        int middle = sealed.length() - 10;
        char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';
        String altered = sealed.substring(0, middle) + other + sealed.substring(middle + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.open("name", altered));
    }

    @Test
    void aRotatedRingSealsWithTheNewKeyAndOpensWithTheOld() throws IOException {
        Path old = file("f1");
        String sealed = new FieldSealer(KeyRing.load(old)).seal("name", "홍길동");
        Path both = directory.resolve("both");
        Files.writeString(both, Files.readString(file("f2")) + Files.readString(old));
        FieldSealer rotated = new FieldSealer(KeyRing.load(both));
        assertThat(rotated.open("name", sealed)).isEqualTo("홍길동");
        assertThat(rotated.seal("name", "홍길동")).startsWith("v1.f2.");
    }

    @Test
    void aLostKeyIsNamed() throws IOException {
        String sealed = new FieldSealer(ring("f1")).seal("name", "홍길동");
        FieldSealer other = new FieldSealer(ring("f9"));
        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> other.open("name", sealed))
                .withMessageContaining("f1");
    }

    @Test
    void aContactIsFoundUnderEveryLiveKey() throws IOException {
        Path old = file("c1");
        String stored = new ContactIdentity(KeyRing.load(old)).of("01012345678");
        Path both = directory.resolve("contacts");
        Files.writeString(both, Files.readString(file("c2")) + Files.readString(old));
        ContactIdentity rotated = new ContactIdentity(KeyRing.load(both));
        assertThat(rotated.allOf("01012345678")).hasSize(2).contains(stored);
        assertThat(rotated.of("01012345678")).startsWith("c2:").isNotEqualTo(stored);
        assertThat(rotated.allOf("01012345679")).doesNotContain(stored);
    }

    @Test
    void aKeyFileIsMadeOnceAndReadableByItsOwnerOnly() throws IOException {
        Path file = file("f1");
        String first = Files.readString(file);
        KeyRing.createIfMissing(file, "f1");
        assertThat(Files.readString(file)).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aMalformedKeyFileIsNamedButNotQuoted() throws IOException {
        for (String bad : List.of("", "f1", "f1 !!", "f1 AAAA", "f/1 AAAA")) {
            Path file = directory.resolve("bad");
            Files.writeString(file, bad);
            assertThatIllegalStateException()
                    .isThrownBy(() -> KeyRing.load(file))
                    .withMessageContaining("bad")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("AAAA"));
        }
        assertThatIllegalStateException().isThrownBy(() -> KeyRing.load(directory.resolve("none")));
    }

    private KeyRing ring(String keyId) throws IOException {
        return KeyRing.load(file(keyId));
    }

    private Path file(String keyId) throws IOException {
        Path file = directory.resolve("keys-" + keyId);
        KeyRing.createIfMissing(file, keyId);
        return file;
    }
}
