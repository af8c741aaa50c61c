package kr.minwon.signedcalls.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import kr.minwon.signedcalls.CallKeys;
import kr.minwon.signedcalls.CallSigner;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;

/** Signs calls as the gateway would, with a key pair made for this JVM. */
public final class TestCalls {
    private static final Path PRIVATE;
    private static final Path PUBLIC;
    private static final CallSigner SIGNER;

    static {
        try {
            Path directory = Files.createTempDirectory("test-calls");
            PRIVATE = directory.resolve("private");
            PUBLIC = directory.resolve("public");
            CallKeys.createIfMissing(PRIVATE, PUBLIC, "test");
            SIGNER = new CallSigner(CallKeys.privateKey(PRIVATE), Clock.systemUTC());
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private TestCalls() {}

    /** The file of public keys, for {@code minwon.keys.callers}. */
    public static Path publicKeys() {
        return PUBLIC;
    }

    /** The file of the private key, for {@code minwon.keys.caller-private}. */
    public static Path privateKey() {
        return PRIVATE;
    }

    /** Copies the public keys to a file. */
    public static void writeKeys(Path file) throws IOException {
        Files.copy(PUBLIC, file);
    }

    /** A token for the service. */
    public static String token(Caller caller, String audience) {
        return SIGNER.sign(caller, audience);
    }

    /** A resident without a name. */
    public static Caller anonymous() {
        return new Caller("anonymous:test", "", Role.ANONYMOUS, "seogu", Set.of(), "");
    }

    /** A member of the staff. */
    public static Caller staff(Role role, String id, String... departments) {
        return new Caller(id, id, role, "seogu", Set.of(departments), "session:" + id);
    }
}
