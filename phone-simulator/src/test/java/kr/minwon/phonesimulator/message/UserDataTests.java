package kr.minwon.phonesimulator.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UserDataTests {

    @Test
    void readsAnEightBitReference() {
        UserData data = UserData.withHeader(new byte[] {5, 0, 3, (byte) 0xFE, 2, 1, 'a', 'b'});
        assertThat(data.part()).isEqualTo(new Part(0xFE, 2, 1));
        assertThat(data.text()).containsExactly('a', 'b');
    }

    @Test
    void readsASixteenBitReferenceAmongOtherElements() {
        UserData data = UserData.withHeader(new byte[] {10, 5, 2, 1, 1, 8, 4, 1, 2, 3, 3, 'x'});
        assertThat(data.part()).isEqualTo(new Part(0x0102, 3, 3));
        assertThat(data.text()).containsExactly('x');
    }

    @Test
    void ignoresPartsThatMakeNoSense() {
        assertThat(UserData.withHeader(new byte[] {5, 0, 3, 1, 2, 3}).part()).isNull();
        assertThat(UserData.withHeader(new byte[] {5, 0, 3, 1, 2, 0}).part()).isNull();
        assertThat(UserData.withHeader(new byte[] {5, 0, 3, 1, 1, 1}).part()).isNull();
        assertThat(UserData.withHeader(new byte[] {0, 'a'}).part()).isNull();
    }

    @Test
    void refusesAHeaderThatIsCutShort() {
        for (byte[] octets : new byte[][] {{}, {1}, {5, 0, 3, 1}, {3, 0, 9, 1}}) {
            assertThatThrownBy(() -> UserData.withHeader(octets)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
