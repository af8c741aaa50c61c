package kr.minwon.routing.office;

/**
 * A department of an office (처리부서).
 *
 * @param id stable, ASCII
 * @param contact the telephone that every notice names (민원처리법 시행령 제31조)
 * @param contactUnset whether it is still the placeholder it was seeded with
 */
public record Department(String id, String name, String contact, boolean contactUnset) {
    public Department {
        if (!id.matches("[a-z][a-z0-9-]{0,63}") || name.isBlank() || contact.isBlank()) {
            throw new IllegalArgumentException("a department has an id, a name and a contact: " + id);
        }
    }
}
