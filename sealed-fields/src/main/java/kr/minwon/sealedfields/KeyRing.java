package kr.minwon.sealedfields;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Secret keys by id, from a file with a line {@code <keyId> <base64 of 32 bytes>} each. The first key is the current one;
 * the others only open what they once sealed. Rotation: put a new line on top and restart.
 */
public final class KeyRing {
    private static final int KEY_BYTES = 32;

    private final Map<String, byte[]> keys;
    private final String current;

    private KeyRing(Map<String, byte[]> keys) {
        this.keys = keys;
        this.current = keys.keySet().iterator().next();
    }

    /** A ring of one key. */
    public static KeyRing of(String id, byte[] key) {
        return new KeyRing(Map.of(id, key.clone()));
    }

    /**
     * Reads the file.
     *
     * @throws IllegalStateException naming the file when it is missing, empty or malformed; never quoting it
     */
    public static KeyRing load(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot read the key file " + file + ": create it with lines '<keyId> <base64 of 32 bytes>'", e);
        }
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.strip().split("\\s+", -1);
            if (parts.length != 2 || !parts[0].matches("[A-Za-z0-9_-]{1,16}") || keys.containsKey(parts[0])) {
                throw new IllegalStateException("the key file " + file + " has a malformed or repeated line");
            }
            keys.put(parts[0], key(file, parts[1]));
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException("the key file " + file + " holds no key");
        }
        return new KeyRing(keys);
    }

    private static byte[] key(Path file, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the key file " + file + " has a key that is no base64", e);
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("the key file " + file + " has a key that is not 32 bytes long");
        }
        return key;
    }

    /** Makes a file with one fresh key, readable by its owner only, unless there is one already; whole or not at all. */
    public static void createIfMissing(Path file, String keyId) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        createIfMissing(file, List.of(keyId + " " + Base64.getEncoder().encodeToString(key)));
    }

    static void createIfMissing(Path file, List<String> lines) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException("no directory for " + file);
        }
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(directory, "key", ".new", ownerOnly());
        Files.write(draft, lines, StandardCharsets.US_ASCII);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException other) {
            // Another process was first; its key is the one that counts.
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The id under which new things are sealed. */
    public String current() {
        return current;
    }

    /** Every live key id, the current one first. */
    public List<String> ids() {
        return List.copyOf(keys.keySet());
    }

    /** A key's 32 bytes, if this ring has it. */
    public Optional<byte[]> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId)).map(byte[]::clone);
    }

    byte[] require(String keyId) {
        return find(keyId).orElseThrow(() -> new UnknownKeyException(keyId));
    }
}
