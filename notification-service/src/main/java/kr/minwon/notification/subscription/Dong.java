package kr.minwon.notification.subscription;

/**
 * A 행정동 of an office.
 *
 * @param office whose it is
 * @param id its code, such as {@code 29140760}
 */
public record Dong(String office, String id, String name, String nameEn) {
    public Dong {
        if (!id.matches("[0-9]{5,10}") || name.isBlank()) {
            throw new IllegalArgumentException("a 동 has a code of digits and a name: " + id);
        }
    }
}
