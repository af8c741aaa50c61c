package kr.minwon.gateway.pages.staff;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kr.minwon.gateway.accounts.Account;
import kr.minwon.gateway.accounts.Accounts;
import kr.minwon.gateway.clients.PublicCase;
import kr.minwon.gateway.pages.OfficeDesk;
import org.springframework.stereotype.Component;

/** The longest names and numbers that the office's texts can carry now. */
@Component
class LongestValues {
    private final OfficeDesk desk;
    private final Accounts accounts;

    LongestValues(OfficeDesk desk, Accounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    /**
     * By variable; what nothing is known of is left out.
     *
     * @param officeId whose accounts are looked through
     * @param variables of the text
     */
    Map<String, String> of(String officeId, List<String> variables) {
        List<PublicCase.Department> departments = desk.departments();
        Map<String, String> longest = new HashMap<>();
        put(longest, "department", departments.stream().map(PublicCase.Department::name));
        put(longest, "contact", departments.stream().map(PublicCase.Department::contact));
        if (variables.contains("officer")) {
            put(
                    longest,
                    "officer",
                    departments.stream()
                            .map(PublicCase.Department::id)
                            .filter(Objects::nonNull)
                            .flatMap(id -> accounts.ofDepartment(officeId, id).stream())
                            .map(Account::name));
        }
        longest.keySet().retainAll(variables);
        return longest;
    }

    private static void put(Map<String, String> longest, String variable, Stream<String> values) {
        Optional<String> found = values.filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .max(Comparator.comparing(String::length));
        found.ifPresent(value -> longest.put(variable, value));
    }
}
