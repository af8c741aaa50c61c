package kr.minwon.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/** The generated accounts of a first try: {@code account <username> <password> <role> <departmentId>} and {@code apikey …}. */
public final class DemoAccounts {
    /** An API key. */
    public record ApiKey(String key, String role, String departmentId) {}

    /** A sign-in. */
    public record Account(String username, String password, String role, String departmentId) {}

    private final List<String[]> lines;

    private DemoAccounts(List<String[]> lines) {
        this.lines = lines;
    }

    /** Reads {@code demo-accounts.txt}. */
    public static DemoAccounts read(Path file) throws IOException {
        return new DemoAccounts(Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split("\\s+", -1))
                .toList());
    }

    /** The API key of a role, for a department or for {@code -}. */
    public ApiKey key(String role, String departmentId) {
        return keys().stream()
                .filter(key -> key.role().equals(role) && key.departmentId().equals(departmentId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no key of " + role + " in " + departmentId));
    }

    /** All API keys. */
    public List<ApiKey> keys() {
        return lines.stream()
                .filter(line -> line[0].equals("apikey"))
                .map(line -> new ApiKey(line[1], line[2], line[3]))
                .toList();
    }

    /** The sign-in of a role, for a department or for {@code -}. */
    public Account account(String role, String departmentId) {
        return lines.stream()
                .filter(line -> line[0].equals("account"))
                .map(line -> new Account(line[1], line[2], line[3], line[4]))
                .filter(account ->
                        account.role().equals(role) && account.departmentId().equals(departmentId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no account of " + role + " in " + departmentId));
    }

    /** The one key of the civil affairs office, which files without the limit per address. */
    public ApiKey intake() {
        return keys().stream()
                .filter(key -> key.role().equals("intake"))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no intake key"));
    }
}
