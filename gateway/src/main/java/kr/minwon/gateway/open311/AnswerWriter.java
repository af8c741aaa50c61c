package kr.minwon.gateway.open311;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers in either format, whole or not at all. */
@Component
class AnswerWriter {
    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
    private final JsonMapper json;

    AnswerWriter(JsonMapper json) {
        this.json = json;
    }

    void write(HttpServletResponse response, int status, Format format, Answer answer) throws IOException {
        byte[] body = bytes(format, answer);
        response.setStatus(status);
        response.setContentType(format.contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    byte[] bytes(Format format, Answer answer) {
        return switch (format) {
            case XML -> xml(answer);
            case JSON -> json.writeValueAsBytes(plain(answer.content()));
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Answer.Many many ->
                many.each().stream().map(AnswerWriter::plain).toList();
            case Map<?, ?> object -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                object.forEach((name, field) -> copy.put(name, plain(field)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private byte[] xml(Answer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            XMLStreamWriter xml = factory.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            element(xml, answer.root(), answer.content());
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException | IOException e) {
            throw new IllegalStateException("memory takes every document", e);
        }
        return bytes.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String name, @Nullable Object value) throws XMLStreamException {
        switch (value) {
            case null -> xml.writeEmptyElement(name);
            case Answer.Many many -> {
                xml.writeStartElement(name);
                for (Object each : many.each()) {
                    element(xml, many.name(), each);
                }
                xml.writeEndElement();
            }
            case Map<?, ?> object -> {
                xml.writeStartElement(name);
                for (Map.Entry<?, ?> field : object.entrySet()) {
                    element(xml, String.valueOf(field.getKey()), field.getValue());
                }
                xml.writeEndElement();
            }
            default -> {
                xml.writeStartElement(name);
                xml.writeCharacters(lawful(String.valueOf(value)));
                xml.writeEndElement();
            }
        }
    }

    /** Without the characters that no XML 1.0 document may hold, not even escaped. */
    static String lawful(String text) {
        if (text.codePoints().allMatch(AnswerWriter::isLawful)) {
            return text;
        }
        return text.codePoints()
                .filter(AnswerWriter::isLawful)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLawful(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= ' ' && point < Character.MIN_SURROGATE)
                || (point > Character.MAX_SURROGATE && point < 0xFFFE)
                || point > 0xFFFF;
    }
}
