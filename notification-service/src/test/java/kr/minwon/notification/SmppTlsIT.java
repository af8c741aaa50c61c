package kr.minwon.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import kr.minwon.notification.Office.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SMPP over TLS and by several sessions: the SMSC behind an end of TLS that has a certificate of its own. */
class SmppTlsIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    void textsGoOverTlsBySeveralSessionsWhenTheCertificateIsTrusted() throws Exception {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=smsc", "-ext", "san=ip:127.0.0.1", "-validity", "2");
        Path trusted = exported();
        try (Phones phones = new Phones();
                TlsEnd end = new TlsEnd(phones.smppPort())) {
            TestBed bed = new TestBed(end.port());
            try (Office office = new Office(bed);
                    RunningService service = start(bed, trusted, "minwon.smpp.binds=3")) {
                assertThat(service).isNotNull();
                await().atMost(SOON).until(() -> phones.sessions() == 3);
                List<Case> filed = new ArrayList<>();
                for (int n = 0; n < 6; n++) {
                    filed.add(office.file());
                }
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(filed)
                                .allSatisfy(one ->
                                        assertThat(phones.texts(one.phone())).hasSize(2)));
                assertThat(phones.taken().values()).containsOnly(1);
            }
        }
    }

    @Test
    void nothingIsSaidToACertificateOfAnotherName() throws Exception {
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=other",
                "-ext",
                "san=dns:other.example",
                "-validity",
                "2");
        Path trusted = exported();
        try (Phones phones = new Phones();
                TlsEnd end = new TlsEnd(phones.smppPort())) {
            TestBed bed = new TestBed(end.port());
            try (Office office = new Office(bed);
                    RunningService service = start(bed, trusted)) {
                Case one = office.file();
                await().atMost(SOON).until(() -> end.refusals() > 2);
                assertThat(phones.sessions()).isZero();
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(service.database()
                                        .getCollection("messages")
                                        .find(new org.bson.Document("_id", one.messageId("assigned.1")))
                                        .first())
                                .containsEntry("state", "queued"));
            }
        }
    }

    private static RunningService start(TestBed bed, Path trusted, String... more) {
        List<String> properties = new ArrayList<>(List.of(
                "minwon.smpp.tls=true",
                "minwon.smpp.ssl-bundle=smsc",
                "spring.ssl.bundle.pem.smsc.truststore.certificate=file:" + trusted));
        properties.addAll(Arrays.asList(more));
        return RunningService.start(bed, "it", properties.toArray(String[]::new));
    }

    private Path exported() throws Exception {
        Path certificate = directory.resolve("smsc.pem");
        keytool("-exportcert", "-rfc", "-file", certificate.toString());
        return certificate;
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-alias", "smsc", "-keystore", store().toString(), "-storepass", "changeit"));
        Process made = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
    }

    private Path store() {
        return directory.resolve("smsc.p12");
    }

    /** Ends TLS and passes on what comes to the SMSC. */
    private final class TlsEnd implements AutoCloseable {
        private final SSLServerSocket server;
        private final int smscPort;
        private volatile int refusals;

        TlsEnd(int smscPort) throws Exception {
            this.smscPort = smscPort;
            KeyStore keys = KeyStore.getInstance(store().toFile(), "changeit".toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, "changeit".toCharArray());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(managers.getKeyManagers(), null, null);
            server = (SSLServerSocket)
                    tls.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return server.getLocalPort();
        }

        int refusals() {
            return refusals;
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Thread.ofVirtual().start(() -> join(client));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void join(Socket client) {
            try (client;
                    Socket smsc = new Socket(InetAddress.getLoopbackAddress(), smscPort)) {
                Thread back = Thread.ofVirtual().start(() -> pass(smsc, client));
                client.getInputStream().transferTo(smsc.getOutputStream());
                smsc.close();
                back.join();
            } catch (IOException refused) {
                synchronized (this) {
                    refusals++;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void pass(Socket from, Socket to) {
            try (InputStream in = from.getInputStream()) {
                in.transferTo(to.getOutputStream());
            } catch (IOException closed) {
                // One side hung up, which the other direction notices as well.
                return;
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
