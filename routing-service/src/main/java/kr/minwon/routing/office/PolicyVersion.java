package kr.minwon.routing.office;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A policy and the days on which cases are accepted under it.
 *
 * @param from its first day (시행일), {@link LocalDate#MIN} for the one an office began with
 * @param until its last day, {@link LocalDate#MAX} where none is set
 * @param change who made it so; null for the one an office began with
 */
public record PolicyVersion(
        LocalDate from,
        LocalDate until,
        Policy policy,
        @Nullable Change change) {
    /** Who did it, and when. */
    public record Change(String by, Instant at) {}

    public PolicyVersion {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a policy ends on the day it begins or later");
        }
    }

    /** A policy that holds until further notice. */
    public static PolicyVersion since(LocalDate from, Policy policy, @Nullable Change change) {
        return new PolicyVersion(from, LocalDate.MAX, policy, change);
    }

    /** What it is called. */
    public String name() {
        return policy.version();
    }

    /** The same, ended. */
    PolicyVersion until(LocalDate last) {
        return new PolicyVersion(from, last, policy, change);
    }

    /** The same, made so by somebody. */
    public PolicyVersion by(Change who) {
        return new PolicyVersion(from, until, policy, who);
    }
}
