package kr.minwon.notification.dispatch.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A credential: a value, or a file that is read for each use, so that another one counts from the next call on.
 *
 * @param value as it is, for instance from the environment; null when it is in a file
 * @param file text file that holds nothing else; null when there is a value
 */
public record Secret(@Nullable String value, @Nullable Path file) {
    /** A credential that cannot be read now. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** @throws IllegalArgumentException when there is neither a value nor a file, or both */
    public Secret {
        value = value == null || value.isBlank() ? null : value.strip();
        if ((value == null) == (file == null)) {
            throw new IllegalArgumentException("a credential is a value or the file that holds it (…-file)");
        }
    }

    /** What it is now; never empty. */
    public String read() throws Unreadable {
        if (value != null) {
            return value;
        }
        try {
            String read = Files.readString(Objects.requireNonNull(file), StandardCharsets.UTF_8)
                    .strip();
            if (read.isEmpty()) {
                throw new Unreadable(file + " is empty");
            }
            return read;
        } catch (IOException e) {
            throw new Unreadable(file + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** Whether both are the same, in a time that does not tell where they differ. */
    public static boolean same(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Not what it is. */
    @Override
    public String toString() {
        return file == null ? "***" : file.toString();
    }
}
