package kr.minwon.gateway.pages.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A step of the law's procedure, as a form on the page of a case.
 *
 * @param name of the step
 * @param asksForWords whether somebody is to be told why
 */
record ProcedureStep(String name, List<Field> fields, boolean asksForWords) {
    /** Whose words the resident reads in a text, and in which: by the names of the page, those of the texts. */
    static final Map<String, String> TEXTED = Map.of(
            "supplement-request", "supplement",
            "extension", "extended",
            "transfer", "transferred",
            "merge", "merged",
            "return", "returned",
            "close", "closed");

    private static final String WAITING = "supplementRequested";

    /**
     * What else is asked.
     *
     * @param type of the input; {@code lines}, or {@code department}, which may be left open
     * @param most characters
     * @param options to choose from; empty for an input
     */
    record Field(String name, String type, int most, List<String> options) {}

    /** Whether the resident reads the words in a text: its writer sees how long they are. */
    public boolean isTexted() {
        return TEXTED.containsKey(name);
    }

    /**
     * The steps that someone may take.
     *
     * @param workable whether the case is open, has a department and waits for nobody
     * @param ours whether the case is of a department of theirs
     * @param leads whether others are answered with it
     * @param mayExtend whether the case's policy lets them extend it
     */
    static List<ProcedureStep> of(
            String status, boolean workable, boolean ours, boolean leads, boolean mayExtend, Colleague me) {
        boolean acts = ours && me.mayAnswer();
        List<ProcedureStep> steps = new ArrayList<>();
        if (acts && (workable || status.equals(WAITING))) {
            steps.add(step("supplement-request", input("days", 3)));
        }
        if (acts && workable) {
            if (mayExtend) {
                steps.add(step("extension", input("period", 6)));
            }
            steps.add(step(
                    "suspension",
                    new Field("cause", "select", 0, List.of("inspection", "hearing", "review", "other")),
                    new Field("until", "date", 10, List.of())));
        }
        if (workable && ours && me.mayTransfer()) {
            steps.add(step("hand-over", new Field("departmentId", "department", 0, List.of())));
        }
        if (workable && (ours || me.caller().role().seesWholeOffice()) && me.mayTransfer()) {
            steps.add(step("transfer", input("agency", 100)));
        }
        if (ours && workable && me.mayMerge()) {
            steps.add(step("merge", new Field("receiptNumbers", "lines", 2_000, List.of())));
            if (leads) {
                steps.add(new ProcedureStep("separate", List.of(), false));
            }
        }
        if (acts && status.equals(WAITING)) {
            steps.add(step("return"));
        }
        if (me.mayNote()) {
            steps.add(step("note"));
        }
        return steps;
    }

    private static ProcedureStep step(String name, Field... fields) {
        return new ProcedureStep(name, List.of(fields), true);
    }

    private static Field input(String name, int most) {
        return new Field(name, "text", most, List.of());
    }
}
