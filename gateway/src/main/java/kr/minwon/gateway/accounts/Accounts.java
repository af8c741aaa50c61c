package kr.minwon.gateway.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The staff accounts. */
public interface Accounts {
    /** The account with that id. */
    Optional<Account> byId(String id);

    /** The account that signs in by that name, whatever its case. */
    Optional<Account> byUsername(String username);

    /** The accounts that act for a department, by name; at most 200. */
    List<Account> ofDepartment(String officeId, String departmentId);

    /** Whether there is no account at all. */
    boolean isEmpty();

    /** Stores an account, in place of one with the same id. */
    void put(Account account);

    /**
     * Counts a wrong password.
     *
     * @param threshold the failure that locks the account
     * @param until how long it then stays locked
     */
    void failed(String id, int threshold, Instant until);

    /** Forgets the wrong passwords after a right one. */
    void succeeded(String id);
}
