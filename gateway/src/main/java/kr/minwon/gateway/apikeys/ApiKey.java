package kr.minwon.gateway.apikeys;

import java.time.Instant;
import java.util.Set;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.jspecify.annotations.Nullable;

/**
 * A program's right to call the API.
 *
 * @param hash of the secret; what it is found by
 * @param id what services and logs know it by; tells nothing of the secret
 * @param departments ids of the departments it acts for
 * @param revokedAt from when on it opens nothing
 */
public record ApiKey(
        SecretHash hash,
        String id,
        String name,
        Role role,
        String officeId,
        Set<String> departments,
        Instant createdAt,
        @Nullable Instant revokedAt) {
    public ApiKey {
        if (id.isBlank() || !role.isStaff()) {
            throw new IllegalArgumentException("an API key has an id and a staff role");
        }
        departments = Set.copyOf(departments);
    }

    /** The key as services see it. */
    public Caller caller() {
        return new Caller(id, name, role, officeId, departments, id);
    }
}
