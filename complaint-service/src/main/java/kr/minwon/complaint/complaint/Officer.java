package kr.minwon.complaint.complaint;

/** The member of the staff who is responsible (담당자). */
public record Officer(String id, String name) {
    public Officer {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an officer has an id");
        }
    }
}
