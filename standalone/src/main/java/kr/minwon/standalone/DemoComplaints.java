package kr.minwon.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Complaints as residents write them, with the category they belong to. */
public final class DemoComplaints {
    /** One example. */
    public record Example(String category, String title, String body) {}

    private DemoComplaints() {}

    /** All examples the project carries, in order. */
    public static List<Example> all() {
        try (InputStream resource = DemoComplaints.class.getResourceAsStream("/standalone/demo-complaints.csv")) {
            String text = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
            return rows(text).stream()
                    .skip(1)
                    .map(row -> new Example(row.get(1), row.get(2), row.get(3)))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** RFC 4180 rows: quoted fields may hold commas, doubled quotes and line breaks. */
    static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < csv.length(); at++) {
            char c = csv.charAt(at);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
                    field.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                row.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                row.add(field.toString());
                field.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else if (c != '\r') {
                field.append(c);
            }
        }
        if (!row.isEmpty() || !field.isEmpty()) {
            row.add(field.toString());
            rows.add(row);
        }
        return rows;
    }
}
