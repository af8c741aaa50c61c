package kr.minwon.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressesTests {
    private static MockHttpServletRequest from(String peer, String... forwardedFor) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        for (String header : forwardedFor) {
            request.addHeader("X-Forwarded-For", header);
        }
        return request;
    }

    private final ClientAddresses alone = new ClientAddresses(List.of());
    private final ClientAddresses proxied = new ClientAddresses(List.of("10.0.0.0/8", " 127.0.0.1 ", ""));

    @Test
    void believesNoForwardedAddressWithoutATrustedProxy() {
        assertThat(alone.of(from("127.0.0.1", "203.0.113.9"))).isEqualTo("127.0.0.1");
        assertThat(proxied.of(from("198.51.100.1", "203.0.113.9"))).isEqualTo("198.51.100.1");
    }

    @Test
    void believesATrustedProxy() {
        assertThat(proxied.of(from("10.1.1.1", "203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(proxied.of(from("10.1.1.1", "2001:db8:1:2:3::9"))).isEqualTo("2001:db8:1:2:0:0:0:0/64");
        assertThat(proxied.of(from("10.1.1.1"))).isEqualTo("10.1.1.1");
    }

    @Test
    void takesTheNearestAddressThatNoTrustedProxyCouldHaveWritten() {
        assertThat(proxied.of(from("10.1.1.1", "1.1.1.1, 203.0.113.9, 10.2.2.2")))
                .isEqualTo("203.0.113.9");
        assertThat(proxied.of(from("10.1.1.1", "1.1.1.1", "203.0.113.9", "10.2.2.2")))
                .isEqualTo("203.0.113.9");
        assertThat(proxied.of(from("10.1.1.1", "10.3.3.3, 10.2.2.2"))).isEqualTo("10.3.3.3");
    }

    @Test
    void stopsAtWhatIsNoAddress() {
        assertThat(proxied.of(from("10.1.1.1", "1.1.1.1, evil.example"))).isEqualTo("10.1.1.1");
        assertThat(proxied.of(from("10.1.1.1", "1.1.1.1,,10.2.2.2"))).isEqualTo("10.2.2.2");
    }

    @Test
    void believesATrustedProxyThatTheClientSpokeTls() {
        MockHttpServletRequest request = from("10.1.1.1");
        request.addHeader("X-Forwarded-Proto", "https");
        assertThat(proxied.isSecure(request)).isTrue();
        assertThat(alone.isSecure(request)).isFalse();
    }
}
