package kr.minwon.notification.message;

import java.util.List;

/**
 * Several notices to one phone that are told by one text. Each keeps a message of its own, which says that it was merged
 * into this.
 *
 * @param id a random one
 * @param officeId the office (tenant)
 * @param parts what it tells, in order
 */
public record Digest(String id, String officeId, List<Part> parts) implements Subject {
    private static final String DIGEST = "digest/";

    public Digest {
        parts = List.copyOf(parts);
        if (id.isBlank() || officeId.isBlank() || parts.isEmpty()) {
            throw new IllegalArgumentException("a digest has an id, an office and something to tell");
        }
    }

    /**
     * A notice that it tells.
     *
     * @param messageId the notice's own, {@code complaintId/step.n/recipient}
     */
    public record Part(String messageId, String complaintId, String receiptNumber, String step) {
        static Part of(Message notice) {
            About about = notice.ofCase();
            return new Part(notice.id(), about.complaintId(), about.receiptNumber(), notice.step());
        }
    }

    /** The notices of those messages, as one. */
    public static Digest of(String id, List<Message> notices) {
        return new Digest(
                id,
                notices.getFirst().about().officeId(),
                notices.stream().map(Part::of).toList());
    }

    /** The id of its message. */
    public static String messageId(String id) {
        return DIGEST + id;
    }

    /** The cases that it tells of. */
    public List<String> complaintIds() {
        return parts.stream().map(Part::complaintId).distinct().toList();
    }
}
