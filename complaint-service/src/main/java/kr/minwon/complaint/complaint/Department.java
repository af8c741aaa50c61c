package kr.minwon.complaint.complaint;

/**
 * The department that answers (처리부서).
 *
 * @param contact telephone that the law wants in each notice (민원처리법 시행령 §31)
 */
public record Department(String id, String name, String contact) {
    public Department {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a department has an id and a name");
        }
    }
}
