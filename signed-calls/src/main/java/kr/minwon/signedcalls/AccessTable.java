package kr.minwon.signedcalls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who may call what: the rows of {@code contracts/access.csv}, the one place where that is written. */
public final class AccessTable {
    private static final String RESOURCE = "/contracts/access.csv";

    /** What the department of the case, or of the mailing, means for a row. */
    public enum Scope {
        /** Nothing personal behind it. */
        OPEN,
        /** The look-up code opens it. */
        CODE,
        /** The service checks that the caller acts for that department. */
        DEPARTMENT
    }

    /**
     * One kind of call.
     *
     * @param method HTTP method
     * @param path template with {@code {names}} for single segments
     * @param service the service that answers it
     * @param roles who may call it
     * @param scope what else is checked
     */
    public record Row(String method, String path, String service, Set<Role> roles, Scope scope, Pattern pattern) {}

    /** What the table says of a call. */
    public enum Verdict {
        ALLOWED,
        /** A stranger called what only staff may: 401. */
        SIGN_IN,
        /** Known, but not entitled: 403. */
        FORBIDDEN,
        /** No row has that path: 404. */
        UNKNOWN_PATH,
        /** A row has that path, but not by that method: 405. */
        UNKNOWN_METHOD
    }

    private final List<Row> rows;

    private AccessTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Reads the table from the class path. */
    public static AccessTable load() {
        InputStream resource = AccessTable.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException("no " + RESOURCE + " on the class path");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            List<Row> rows = new ArrayList<>();
            reader.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> rows.add(row(line)));
            return new AccessTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 5) {
            throw new IllegalStateException("not five cells in a row of " + RESOURCE + ": " + line);
        }
        Set<Role> roles = cells[3].equals("*")
                ? EnumSet.allOf(Role.class)
                : Arrays.stream(cells[3].split(" ", -1))
                        .map(Role::of)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        String pattern = Arrays.stream(cells[1].split("/", -1))
                .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining("/"));
        return new Row(
                cells[0],
                cells[1],
                cells[2],
                roles,
                Scope.valueOf(cells[4].toUpperCase(java.util.Locale.ROOT)),
                Pattern.compile(pattern));
    }

    public List<Row> rows() {
        return rows;
    }

    /** The row of a call, if there is one; a row without names goes before one with. */
    public Optional<Row> find(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return rows.stream()
                .filter(row -> row.method().equals(asked)
                        && row.pattern().matcher(path).matches())
                .min(java.util.Comparator.comparing(row -> row.path().contains("{")));
    }

    /** Whether a role may make a call. */
    public Verdict decide(String method, String path, Role role) {
        Optional<Row> row = find(method, path);
        if (row.isEmpty()) {
            return rows.stream().anyMatch(any -> any.pattern().matcher(path).matches())
                    ? Verdict.UNKNOWN_METHOD
                    : Verdict.UNKNOWN_PATH;
        }
        if (row.get().roles().contains(role)) {
            return Verdict.ALLOWED;
        }
        return role == Role.ANONYMOUS ? Verdict.SIGN_IN : Verdict.FORBIDDEN;
    }
}
