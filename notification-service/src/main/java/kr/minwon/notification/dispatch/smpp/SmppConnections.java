package kr.minwon.notification.dispatch.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;

/**
 * Connections to an SMSC. jsmpp's own would wait as long as the operating system does, and over TLS would take any name.
 *
 * @param within how long a connection and its handshake may take
 * @param tls makes TLS of a socket; null for none. Asked each time, so that renewed authorities count
 */
record SmppConnections(Duration within, @Nullable Supplier<SSLSocketFactory> tls) implements ConnectionFactory {
    @Override
    public Connection createConnection(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), (int) within.toMillis());
            return new SocketConnection(tls == null ? socket : secured(tls.get(), socket, host, port));
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(SSLSocketFactory factory, Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout((int) within.toMillis());
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }
}
