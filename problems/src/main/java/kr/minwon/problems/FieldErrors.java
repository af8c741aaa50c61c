package kr.minwon.problems;

import java.util.ArrayList;
import java.util.List;

/** Gathers everything that is wrong with a form, so that it is said at once. */
public final class FieldErrors {
    /**
     * One fault of one field.
     *
     * @param field path of the field, such as {@code reporter.phone}
     * @param code stable name of the fault; {@code field.<code>} is its sentence in the bundles
     * @param arguments fill the sentence's placeholders
     */
    public record FieldError(String field, String code, List<Object> arguments) {}

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes a fault. */
    public FieldErrors add(String field, String code, Object... arguments) {
        errors.add(new FieldError(field, code, List.of(arguments)));
        return this;
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> all() {
        return List.copyOf(errors);
    }

    /**
     * @throws InvalidFieldsException when anything was noted: 422 {@code invalid-fields} with {@code errors[{field, code,
     *     detail}]}
     */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidFieldsException(all());
        }
    }
}
