package kr.minwon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate for the office's name, reached by 127.0.0.1. */
class DoorIT {
    private static final String PASSWORD = "a-password-of-a-test";

    @TempDir
    static Path directory;

    private static HttpsServer server;

    @BeforeAll
    static void start() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream keys = Files.newInputStream(certificate("office"))) {
            store.load(keys, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        certificate("another");
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    /** Makes a key with its certificate in {@code <name>.p12}, and the certificate alone in {@code <name>.pem}. */
    private static Path certificate(String name) throws Exception {
        Path store = directory.resolve(name + ".p12");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=minwon." + name + ".go.kr", store);
        keytool("-exportcert", "-rfc", "-file", directory.resolve(name + ".pem").toString(), store);
        return store;
    }

    private static void keytool(Object... arguments) throws Exception {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String store = arguments[arguments.length - 1].toString();
        List<String> command = Stream.of(
                        Stream.of(tool.toString()),
                        Stream.of(arguments).limit(arguments.length - 1L).map(Object::toString),
                        Stream.of("-keystore", store, "-storepass", PASSWORD, "-alias", "door"))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(directory.resolve("keytool.log")))
                .isZero();
    }

    private static Door door(String certificate) {
        int offset = server.getAddress().getPort() - Part.GATEWAY.defaultPort();
        return new Door(Addresses.of(Map.of(
                "MINWON_PORT_OFFSET", String.valueOf(offset),
                "MINWON_TLS_CERT", directory.resolve(certificate).toString())));
    }

    private static int opened(Door door) throws IOException, InterruptedException {
        return door.client()
                .send(HttpRequest.newBuilder(door.at("/")).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void theGatewaysOwnCertificateOpensItWhateverNameItIsFor() throws Exception {
        assertThat(opened(door("office.pem"))).isEqualTo(204);
    }

    @Test
    void anotherCertificateDoesNot() {
        assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> opened(door("another.pem")));
    }

    @Test
    void aFileWithoutACertificateIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> door("none.pem"))
                .withMessageContaining("none.pem")
                .withMessageContaining("MINWON_TLS_CERT");
    }
}
