package kr.minwon.routing.workitem.web;

import kr.minwon.problems.FieldErrors;
import org.jspecify.annotations.Nullable;

/** To whom an item goes: an officer of the department, or another department; one of the two. */
record AssignRequest(
        @Nullable String officerId,
        @Nullable String officerName,
        @Nullable String departmentId) {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 50;

    /** @throws kr.minwon.problems.InvalidFieldsException naming each bad field */
    void check() {
        FieldErrors errors = new FieldErrors();
        if (officerId == null && departmentId == null) {
            errors.add("officerId", "officer-or-department");
        } else if (officerId != null && departmentId != null) {
            errors.add("departmentId", "officer-or-department");
        }
        text(errors, "officerId", officerId, LONGEST_ID);
        text(errors, "officerName", officerName, LONGEST_NAME);
        text(errors, "departmentId", departmentId, LONGEST_ID);
        errors.throwIfAny();
    }

    private static void text(FieldErrors errors, String field, @Nullable String value, int longest) {
        if (value == null) {
            return;
        }
        if (value.isBlank() || value.codePoints().anyMatch(PlainFields::isUnprintable)) {
            errors.add(field, "plain-text");
        } else if (value.codePointCount(0, value.length()) > longest) {
            errors.add(field, "too-long", longest);
        }
    }
}
