package kr.minwon.gateway.accounts;

import java.time.Instant;
import java.util.Set;
import kr.minwon.signedcalls.Role;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff who may sign in. A second factor (TOTP) is to come: its secret will be a field of its own, and
 * {@code SignIn} will ask for it between the password and the session.
 *
 * @param id stable id; what services know the person by
 * @param username what is typed to sign in; lower case, unique in the installation
 * @param name what colleagues and residents see
 * @param password encoded, with the encoder's name in front
 * @param departments ids of the departments the person acts for
 * @param failures wrong passwords since the last right one
 * @param lockedUntil no sign-in before this moment
 */
public record Account(
        String id,
        String username,
        String name,
        Role role,
        String officeId,
        Set<String> departments,
        String password,
        boolean disabled,
        int failures,
        @Nullable Instant lockedUntil) {
    public Account {
        if (id.isBlank() || username.isBlank() || !role.isStaff()) {
            throw new IllegalArgumentException("an account has an id, a username and a staff role");
        }
        departments = Set.copyOf(departments);
    }

    /** A new account that nobody has signed in to. */
    public static Account create(
            String id,
            String username,
            String name,
            Role role,
            String officeId,
            Set<String> departments,
            String password) {
        return new Account(id, username, name, role, officeId, departments, password, false, 0, null);
    }

    /** Whether too many wrong passwords keep it shut at this moment. */
    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "Account[" + id + ", " + role + "]";
    }
}
