package kr.minwon.gateway.demo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import kr.minwon.signedcalls.Role;

/**
 * Who can sign in on a first try: an officer and a lead of every department, the intake desk, and one administrator,
 * auditor and operator, each with a generated password and a generated API key.
 */
final class DemoAccounts {
    private static final List<String> SURNAMES =
            List.of("김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황", "안", "송", "홍");
    private static final String NO_DEPARTMENT = "-";
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 9;
    private static final int ID_BYTES = 6;

    /** A department of the office. */
    record Department(String id, String name) {}

    /**
     * A line of the file.
     *
     * @param department null when the role is for the whole office
     */
    record Line(boolean apiKey, String username, String secret, Role role, String departmentId) {
        String text() {
            String who = role.wireName() + " " + departmentId;
            return apiKey ? "apikey " + secret + " " + who : "account " + username + " " + secret + " " + who;
        }

        boolean hasDepartment() {
            return !departmentId.equals(NO_DEPARTMENT);
        }

        /** The secret stays out of logs. */
        @Override
        public String toString() {
            return (apiKey ? "apikey " : "account ") + role.wireName() + " " + departmentId;
        }
    }

    private DemoAccounts() {}

    /** New accounts and keys for the departments. */
    static List<Line> generate(List<Department> departments, String intakeDepartment, SecureRandom random) {
        List<Line> lines = new ArrayList<>();
        for (Department department : departments) {
            add(lines, Role.OFFICER, department.id(), random);
            add(lines, Role.LEAD, department.id(), random);
        }
        String intake = departments.stream()
                .filter(department -> department.name().equals(intakeDepartment))
                .map(Department::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no department is called " + intakeDepartment));
        add(lines, Role.INTAKE, intake, random);
        for (Role role : List.of(Role.ADMIN, Role.AUDITOR, Role.OPERATOR)) {
            add(lines, role, NO_DEPARTMENT, random);
        }
        return lines;
    }

    private static void add(List<Line> lines, Role role, String departmentId, SecureRandom random) {
        String username = departmentId.equals(NO_DEPARTMENT) || role == Role.INTAKE
                ? role.wireName()
                : role.wireName() + "." + departmentId;
        lines.add(
                new Line(false, username.toLowerCase(Locale.ROOT), secret(PASSWORD_BYTES, random), role, departmentId));
        lines.add(new Line(true, "", "mk_" + secret(KEY_BYTES, random), role, departmentId));
    }

    private static String secret(int bytes, SecureRandom random) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** A short name for a key that tells nothing of it. */
    static String keyId(String hash) {
        return "key-" + HexFormat.of().formatHex(HexFormat.of().parseHex(hash), 0, ID_BYTES);
    }

    /**
     * The line of a file.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Line parse(String text) {
        String[] parts = text.strip().split(" +", -1);
        if (parts[0].equals("account") && parts.length == 5) {
            return new Line(false, parts[1], parts[2], Role.of(parts[3]), parts[4]);
        }
        if (parts[0].equals("apikey") && parts.length == 4) {
            return new Line(true, "", parts[1], Role.of(parts[2]), parts[3]);
        }
        throw new IllegalArgumentException("no line of demo accounts");
    }

    /** What colleagues and residents read beside the department: a person's surname and rank, or an office. */
    static String displayName(Line line, List<Department> departments) {
        String name = switch (line.role()) {
            case OFFICER -> surname(line, departments, 0) + " 주무관";
            case LEAD -> surname(line, departments, 1) + " 팀장";
            case INTAKE -> "접수 담당";
            case ADMIN -> "관리자";
            case AUDITOR -> "감사 담당";
            case OPERATOR -> "운영 담당";
            case ANONYMOUS, RESIDENT -> throw new IllegalArgumentException("no staff role: " + line.role());
        };
        return name + (line.apiKey() ? " (API)" : "");
    }

    private static String surname(Line line, List<Department> departments, int person) {
        int place = departments.stream().map(Department::id).toList().indexOf(line.departmentId());
        return SURNAMES.get(Math.floorMod(place * 2 + person, SURNAMES.size()));
    }
}
