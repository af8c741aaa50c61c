package kr.minwon.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.Part;

/**
 * The gateway as this machine reaches it. Where it speaks TLS its certificate is for another name than 127.0.0.1, so
 * exactly that certificate is trusted, and nobody's signature.
 */
final class Door {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final String base;
    private final HttpClient client;

    /** @throws IllegalStateException when the certificate cannot be read; names the file */
    Door(Addresses addresses) {
        Optional<Path> certificate = addresses.certificate();
        base = addresses.scheme() + "://127.0.0.1:" + addresses.port(Part.GATEWAY);
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECT);
        client = certificate
                .map(file -> builder.sslContext(trusting(file)))
                .orElse(builder)
                .build();
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    HttpClient client() {
        return client;
    }

    private static SSLContext trusting(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            Certificate own = CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .iterator()
                    .next();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Only(own)}, null);
            return context;
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(file + " (MINWON_TLS_CERT) holds no certificate in PEM", e);
        } catch (NoSuchAlgorithmException | KeyManagementException e) {
            throw new IllegalStateException("no TLS in this JVM", e);
        }
    }

    /** Trusts one certificate, whatever name it is for. */
    private static final class Only extends X509ExtendedTrustManager {
        private final Certificate own;

        Only(Certificate own) {
            this.own = own;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (!chain[0].equals(own)) {
                throw new CertificateException("another certificate than the gateway was given");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
