package kr.minwon.complaint.complaint;

import java.util.Set;

/**
 * How offices accept what is filed (접수; 민원처리법 시행령 §6): at once, or by hand.
 *
 * @param online whether an office that is not named accepts at once
 * @param exceptions offices that do it the other way
 */
public record Acceptance(boolean online, Set<String> exceptions) {
    public Acceptance {
        exceptions = Set.copyOf(exceptions);
    }

    /**
     * By the settings {@code minwon.acceptance} and {@code minwon.acceptance-exceptions}.
     *
     * @param usual {@code online} or {@code by-hand}
     */
    public static Acceptance of(String usual, Set<String> exceptions) {
        return switch (usual) {
            case "online" -> new Acceptance(true, exceptions);
            case "by-hand" -> new Acceptance(false, exceptions);
            default ->
                throw new IllegalArgumentException("minwon.acceptance is online or by-hand, not '" + usual + "'");
        };
    }

    ComplaintStatus filedAs(String officeId) {
        return online != exceptions.contains(officeId) ? ComplaintStatus.ACCEPTED : ComplaintStatus.FILED;
    }
}
