package kr.minwon.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTests {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.168.1.0/25, 192.168.1.127, true",
        "192.168.1.0/25, 192.168.1.128, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::1, ::1, true",
        "10.0.0.0/8, ::ffff:10.1.1.1, true",
    })
    void containsWhatItsLeadingBitsSay(String range, String address, boolean contained) {
        assertThat(AddressRange.parse(range).contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:3::1, 2001:db8:1:3:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
    })
    void countsAnIpv6SubscriberByItsNetwork(String address, String subscriber) {
        assertThat(AddressRange.subscriber(address)).isEqualTo(subscriber);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
        "2001:db8:1:ffff::1, 2001:db8:1:0:0:0:0:0/48",
        "2001:db8:2::1, 2001:db8:2:0:0:0:0:0/48",
        "::ffff:203.0.113.9, 203.0.113.0/24",
    })
    void countsWhoHasManyAddressesByTheirNetwork(String address, String network) {
        assertThat(AddressRange.network(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "evil.example", "", "1.2.3", "999.1.1.1", "unknown", "_hidden", "1.2.3.4:80", "g::1"
            })
    void neverLooksUpANameAsAnAddress(String text) {
        assertThat(AddressRange.isAddress(text)).isFalse();
    }

    @Test
    void refusesMoreBitsThanThereAre() {
        assertThatThrownBy(() -> AddressRange.parse("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AddressRange.parse("proxy.example")).isInstanceOf(IllegalArgumentException.class);
    }
}
