package kr.minwon.phonesimulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLinesTests {

    @Test
    void numbersEachLine() {
        byte[] lines = "{\"a\":1}\n{\"a\":\"가\"}\n".getBytes(StandardCharsets.UTF_8);
        assertThat(new String(JsonLines.asArray(lines, 41), StandardCharsets.UTF_8))
                .isEqualTo("[{\"line\":41,\"a\":1},{\"line\":42,\"a\":\"가\"}]");
    }

    @Test
    void isEmptyForNoLines() {
        assertThat(JsonLines.asArray(new byte[0], 7)).asString().isEqualTo("[]");
    }
}
