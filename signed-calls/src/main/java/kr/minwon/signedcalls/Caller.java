package kr.minwon.signedcalls;

import java.util.Set;

/**
 * Who is calling.
 *
 * @param id stable id of the staff account or API key; a stranger's is no one's
 * @param name what a colleague calls them; shown in timelines
 * @param role what they are to the office
 * @param officeId the office (tenant) they act in
 * @param departments the departments whose cases are theirs
 * @param idempotencyScope what their idempotency keys are scoped to: API key or session; empty for a stranger
 */
public record Caller(
        String id, String name, Role role, String officeId, Set<String> departments, String idempotencyScope) {
    public Caller {
        if (id.isBlank() || officeId.isBlank()) {
            throw new IllegalArgumentException("a caller has an id and an office");
        }
        departments = Set.copyOf(departments);
    }

    /** Whether a case of that department is theirs to see. */
    public boolean mayAct(String departmentId) {
        return role.seesWholeOffice() || departments.contains(departmentId);
    }
}
