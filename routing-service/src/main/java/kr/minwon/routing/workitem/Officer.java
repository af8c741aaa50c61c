package kr.minwon.routing.workitem;

/** The member of the staff who is responsible (담당자). */
public record Officer(String id, String name) {
    public Officer {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("an officer has an id and a name");
        }
    }
}
