package kr.minwon.routing.workitem.web;

import kr.minwon.problems.ProblemException;

/** Receipt numbers as people type them. */
final class ReceiptNumbers {
    private static final int DIGITS = 12;

    private ReceiptNumbers() {}

    /**
     * {@code YYMM-DDDD-DDDC}, from digits with or without hyphens and spaces.
     *
     * @throws ProblemException 404 for anything that cannot be one
     */
    static String normalise(String typed) {
        String digits = typed.length() > 2 * DIGITS ? "" : typed.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{12}")) {
            throw new ProblemException(WorkItemProblems.COMPLAINT_NOT_FOUND);
        }
        return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
    }
}
