package kr.minwon.routing.office;

import java.util.Optional;
import kr.minwon.idempotency.RequestMark;
import org.jspecify.annotations.Nullable;

/** The policies of offices, to be changed: a draft beside the versions, and one way from the one to the others. */
public interface OfficePolicies {
    /** The office as it is stored now, not as it was a moment ago. */
    Optional<Office> fresh(String officeId);

    /** The policy that an office is thinking about. */
    Optional<PolicyVersion> draft(String officeId);

    /** Keeps a draft in the place of the one before. */
    void keep(String officeId, PolicyVersion draft);

    /** Throws the draft away; false when there is none. */
    boolean discard(String officeId);

    /**
     * Makes a draft the office's last version.
     *
     * @param before what the office was when it was decided
     * @param draft as it is stored
     * @return false when another version or another draft came between
     */
    boolean activate(Office before, PolicyVersion draft, PolicyVersion.Change change);

    /**
     * Takes back a version that is not in force yet; false when there is none of that name.
     *
     * @param request by which the same request again is recognised; null when its sender gave no key
     */
    boolean takeBack(String officeId, PolicyVersion version, @Nullable RequestMark request);

    /** The version that the last request with that key took back, whatever it asked for. */
    Optional<TakenBack> takenBack(String officeId, RequestMark request);

    /** A version that was taken back, and by which request. */
    record TakenBack(PolicyVersion version, RequestMark request) {}
}
