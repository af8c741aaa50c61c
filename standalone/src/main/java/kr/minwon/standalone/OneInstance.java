package kr.minwon.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.Part;
import org.jspecify.annotations.Nullable;

/** The claim of this process to its data and its ports: two brokers in one directory would ruin their log. */
final class OneInstance implements AutoCloseable {
    private final FileChannel channel;

    private OneInstance(FileChannel channel) {
        this.channel = channel;
    }

    /** Somebody else has the data or a port; the message says what to do. */
    static final class Taken extends Exception {
        private static final long serialVersionUID = 1L;

        Taken(String message) {
            super(message);
        }
    }

    /**
     * Claims the data directory until closed or until the process ends, however it ends.
     *
     * @throws Taken when another process has it, or listens at one of the ports
     */
    static OneInstance claim(Addresses addresses) throws IOException, Taken {
        Path data = addresses.data();
        Files.createDirectories(data);
        FileChannel channel =
                FileChannel.open(data.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock(channel) == null) {
                throw new Taken(
                        "%s 폴더로 이미 실행 중입니다. 그것을 먼저 멈추거나, MINWON_DATA로 다른 폴더를 정하세요.%n  Minwon already runs on %s: stop it, or choose another MINWON_DATA."
                                .formatted(data, data));
            }
            for (Part part : parts(addresses)) {
                requireFree(addresses.port(part));
            }
            return new OneInstance(channel);
        } catch (IOException | Taken e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ownProcess) {
            return null;
        }
    }

    private static Set<Part> parts(Addresses addresses) {
        Set<Part> parts = EnumSet.allOf(Part.class);
        if (addresses.hasOwnStore()) {
            parts.remove(Part.STORE);
        }
        if (addresses.hasOwnBrokers()) {
            parts.removeAll(EnumSet.of(Part.BROKER, Part.CONTROLLER));
        }
        return parts;
    }

    private static void requireFree(int port) throws Taken {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (IOException taken) {
            throw new Taken(
                    "%d번 포트를 다른 프로그램이 쓰고 있습니다. 그것을 멈추거나, MINWON_PORT_OFFSET=1000처럼 포트를 옮기세요.%n  Port %d is taken: stop what listens there, or move all ports, as by MINWON_PORT_OFFSET=1000."
                            .formatted(port, port));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
