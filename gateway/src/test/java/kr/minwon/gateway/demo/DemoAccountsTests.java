package kr.minwon.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import kr.minwon.gateway.demo.DemoAccounts.Department;
import kr.minwon.gateway.demo.DemoAccounts.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoAccountsTests {
    private static final List<Department> DEPARTMENTS =
            List.of(new Department("traffic-enforcement", "교통지도과"), new Department("civil-service", "민원봉사과"));

    private final List<Line> lines = DemoAccounts.generate(DEPARTMENTS, "민원봉사과", new SecureRandom());

    @Test
    void makesAnOfficerAndALeadADepartmentAndTheOthersOnce() {
        assertThat(lines.stream().filter(line -> !line.apiKey()).map(line -> line.role() + " " + line.departmentId()))
                .containsExactlyInAnyOrder(
                        "OFFICER traffic-enforcement",
                        "LEAD traffic-enforcement",
                        "OFFICER civil-service",
                        "LEAD civil-service",
                        "INTAKE civil-service",
                        "ADMIN -",
                        "AUDITOR -",
                        "OPERATOR -");
        assertThat(lines.stream().filter(Line::apiKey)).hasSize(8);
    }

    @Test
    void writesLinesAsPromised() {
        assertThat(lines.stream().map(Line::text))
                .allMatch(text -> text.matches(
                        "(account [a-z.-]+ [A-Za-z0-9_-]{12}|apikey mk_[A-Za-z0-9_-]{43}) [a-z]+ (-|[a-z-]+)"));
        assertThat(lines.stream().map(Line::text).map(DemoAccounts::parse)).isEqualTo(lines);
        assertThat(lines.stream().map(Line::secret)).doesNotHaveDuplicates();
    }

    @Test
    void keepsSecretsOutOfLogs() {
        assertThat(lines).allSatisfy(line -> assertThat(line.toString()).doesNotContain(line.secret()));
    }

    @Test
    void givesEachAPersonOrAnOfficeForAName() {
        assertThat(lines.stream().map(line -> DemoAccounts.displayName(line, DEPARTMENTS)))
                .contains("김 주무관", "이 팀장", "접수 담당", "관리자", "감사 담당", "운영 담당", "김 주무관 (API)");
    }

    @Test
    void needsTheIntakeDepartment() {
        assertThatThrownBy(() -> DemoAccounts.generate(DEPARTMENTS, "없는과", new SecureRandom()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("없는과");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "account a b", "apikey k officer", "apikey k boss d", "password a b c d"})
    void refusesOtherLines(String text) {
        assertThatThrownBy(() -> DemoAccounts.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesAFileThatOnlyItsOwnerReads(@TempDir Path folder) throws IOException {
        DemoAccountsFile file = new DemoAccountsFile(folder.resolve("deep").resolve("demo-accounts.txt"));
        assertThat(file.exists()).isFalse();
        file.write(lines);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(file.read()).isEqualTo(lines);
        try (var left = Files.list(folder.resolve("deep"))) {
            assertThat(left).hasSize(1);
        }
    }
}
