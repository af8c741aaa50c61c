package kr.minwon.signedcalls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ed25519 keys of the gateway: lines {@code <kid> <base64 DER>}; the private file has one line, the public one many. */
public final class CallKeys {
    private static final String ALGORITHM = "Ed25519";

    private CallKeys() {}

    /** A private key with its id. */
    public record SigningKey(String kid, PrivateKey key) {}

    /** Reads the gateway's private key. */
    public static SigningKey privateKey(Path file) {
        Map.Entry<String, byte[]> line = lines(file).entrySet().iterator().next();
        try {
            return new SigningKey(
                    line.getKey(),
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(line.getValue())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the file " + file + " holds no Ed25519 private key (PKCS#8)", e);
        }
    }

    /** Reads the public keys by which services know the gateway. */
    public static Map<String, PublicKey> publicKeys(Path file) {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        lines(file).forEach((kid, der) -> {
            try {
                keys.put(kid, KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the key " + kid + " in " + file + " is no Ed25519 public key", e);
            }
        });
        return keys;
    }

    /** Makes a key pair in two files unless the private one is there. */
    public static void createIfMissing(Path privateFile, Path publicFile, String kid) throws IOException {
        if (Files.exists(privateFile) && Files.exists(publicFile)) {
            return;
        }
        KeyPair pair = generate();
        write(publicFile, kid, pair.getPublic().getEncoded());
        write(privateFile, kid, pair.getPrivate().getEncoded());
    }

    static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has " + ALGORITHM, e);
        }
    }

    private static void write(Path file, String kid, byte[] der) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new");
        Files.writeString(draft, kid + " " + Base64.getEncoder().encodeToString(der) + "\n", StandardCharsets.US_ASCII);
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, byte[]> lines(Path file) {
        Map<String, byte[]> lines = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.strip().split("\\s+", 2);
                    lines.put(parts[0], Base64.getDecoder().decode(parts[1]));
                }
            }
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException("cannot read the key file " + file + " (lines '<kid> <base64 DER>')", e);
        }
        if (lines.isEmpty()) {
            throw new IllegalStateException("the key file " + file + " holds no key");
        }
        return lines;
    }
}
