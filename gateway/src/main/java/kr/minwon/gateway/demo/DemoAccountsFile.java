package kr.minwon.gateway.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/** The file of demo accounts; only its owner can read it, and it is there whole or not at all. */
record DemoAccountsFile(Path path) {
    boolean exists() {
        return Files.exists(path);
    }

    List<DemoAccounts.Line> read() throws IOException {
        return Files.readAllLines(path, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(DemoAccounts::parse)
                .toList();
    }

    void write(List<DemoAccounts.Line> lines) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] onlyOwner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path draft = Files.createTempFile(folder, "demo-accounts", ".new", onlyOwner);
        Files.writeString(
                draft,
                lines.stream().map(DemoAccounts.Line::text).collect(Collectors.joining("\n", "", "\n")),
                StandardCharsets.UTF_8);
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
