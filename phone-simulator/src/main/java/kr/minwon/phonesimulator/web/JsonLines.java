package kr.minwon.phonesimulator.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Makes one JSON array of journal lines without reading them, so that 100,000 cost little. */
final class JsonLines {

    private JsonLines() {}

    /** These objects, one a line, each with its number put in front as a field. */
    static byte[] asArray(byte[] lines, int firstNumber) {
        ByteArrayOutputStream array = new ByteArrayOutputStream(lines.length + lines.length / 16 + 16);
        array.write('[');
        int number = firstNumber;
        int start = 0;
        for (int at = 0; at < lines.length; at++) {
            if (lines[at] == '\n') {
                if (start > 0) {
                    array.write(',');
                }
                array.writeBytes("{\"line\":%d,".formatted(number++).getBytes(StandardCharsets.US_ASCII));
                array.write(lines, start + 1, at - start - 1);
                start = at + 1;
            }
        }
        array.write(']');
        return array.toByteArray();
    }
}
