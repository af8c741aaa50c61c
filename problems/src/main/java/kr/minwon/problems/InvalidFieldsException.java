package kr.minwon.problems;

import java.util.List;

/** A form with faults; see {@link FieldErrors}. */
public final class InvalidFieldsException extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldErrors.FieldError> errors;

    InvalidFieldsException(List<FieldErrors.FieldError> errors) {
        super(ProblemType.INVALID_FIELDS);
        this.errors = errors;
    }

    public List<FieldErrors.FieldError> errors() {
        return errors;
    }
}
