package kr.minwon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneInstanceTests {
    private static final int OFFSET = 11_000;

    @TempDir
    Path data;

    @Test
    void aSecondInstanceOnTheSameDataIsToldSo() throws Exception {
        try (OneInstance first = OneInstance.claim(addresses())) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> OneInstance.claim(addresses()))
                    .isInstanceOf(OneInstance.Taken.class)
                    .hasMessageContaining("이미 실행 중입니다")
                    .hasMessageContaining(data.toString());
        }
        OneInstance.claim(addresses()).close();
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        int port = Part.CONTROLLER.defaultPort() + OFFSET;
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(other.isBound()).isTrue();
            assertThatThrownBy(() -> OneInstance.claim(addresses()))
                    .isInstanceOf(OneInstance.Taken.class)
                    .hasMessageContaining(port + "번 포트");
        }
        OneInstance.claim(addresses()).close();
    }

    private Addresses addresses() {
        return Addresses.of(Map.of("MINWON_DATA", data.toString(), "MINWON_PORT_OFFSET", String.valueOf(OFFSET)));
    }
}
