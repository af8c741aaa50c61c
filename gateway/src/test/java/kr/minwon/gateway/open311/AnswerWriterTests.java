package kr.minwon.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

class AnswerWriterTests {
    private final AnswerWriter writer = new AnswerWriter(JsonMapper.builder().build());

    private static Answer one(String text) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("description", text);
        request.put("lat", 35.15);
        request.put("public", true);
        request.put("media_url", null);
        request.put("values", new Answer.Many("value", List.of("a", "b")));
        return Answer.of("service_requests", "request", List.of(request));
    }

    private String written(Format format, Answer answer) {
        return new String(writer.bytes(format, answer), StandardCharsets.UTF_8);
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void writesElementsWithADeclarationAndNoNamespace() {
        assertThat(written(Format.XML, one("가로등")))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><service_requests><request>"
                        + "<description>가로등</description><lat>35.15</lat><public>true</public><media_url/>"
                        + "<values><value>a</value><value>b</value></values></request></service_requests>");
    }

    @Test
    void writesBareArraysInJson() {
        assertThat(written(Format.JSON, one("가로등")))
                .isEqualTo("[{\"description\":\"가로등\",\"lat\":35.15,\"public\":true,\"media_url\":null,"
                        + "\"values\":[\"a\",\"b\"]}]");
    }

    @Test
    void saysThatThereIsNothing() {
        Answer none = Answer.of("services", "service", List.of());

        assertThat(written(Format.XML, none)).endsWith("<services></services>");
        assertThat(written(Format.JSON, none)).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</description><script>alert(1)</script>",
                "]]> <![CDATA[ & &amp; &#0; <!DOCTYPE a>",
                "\"quoted\" 'text'",
                "🌙 똠방각하 😀 \uD83C\uDDF0\uD83C\uDDF7",
                "줄\n바꿈\t탭"
            })
    void keepsHostileTextAsText(String text) throws Exception {
        assertThat(parsed(written(Format.XML, one(text)))
                        .getElementsByTagName("description")
                        .item(0)
                        .getTextContent())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0, 0x1, 0x8, 0xB, 0xC, 0x1F, 0xFFFE, 0xFFFF, 0xD800, 0xDC00})
    void leavesOutWhatNoXmlMayHold(int point) throws Exception {
        String text = "앞" + (char) point + "뒤";

        assertThat(parsed(written(Format.XML, one(text)))
                        .getElementsByTagName("description")
                        .item(0)
                        .getTextContent())
                .isEqualTo("앞뒤");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x9, 0xA, 0x20, 0x7F, 0x85, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF})
    void keepsEveryLawfulCharacter(int point) throws Exception {
        String text = "앞" + Character.toString(point) + "뒤";

        assertThat(parsed(written(Format.XML, one(text)))
                        .getElementsByTagName("description")
                        .item(0)
                        .getTextContent())
                .isEqualTo(text);
    }
}
