package kr.minwon.complaint.complaint;

import java.util.Set;

/**
 * Whether an answer of an office goes out only when another one has approved it (결재).
 *
 * @param required whether it has to in an office that is not named
 * @param exceptions offices that do it the other way
 */
public record Approval(boolean required, Set<String> exceptions) {
    public Approval {
        exceptions = Set.copyOf(exceptions);
    }

    /**
     * By the settings {@code minwon.approval} and {@code minwon.approval-exceptions}.
     *
     * @param usual {@code optional} or {@code required}
     */
    public static Approval of(String usual, Set<String> exceptions) {
        return switch (usual) {
            case "optional" -> new Approval(false, exceptions);
            case "required" -> new Approval(true, exceptions);
            default ->
                throw new IllegalArgumentException("minwon.approval is optional or required, not '" + usual + "'");
        };
    }

    /** Whether nobody of that office answers alone. */
    public boolean isRequired(String officeId) {
        return required != exceptions.contains(officeId);
    }
}
