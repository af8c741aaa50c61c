package kr.minwon.notification.message;

import static kr.minwon.notification.message.Variable.AGENCY;
import static kr.minwon.notification.message.Variable.ANSWER_BY;
import static kr.minwon.notification.message.Variable.CONTACT;
import static kr.minwon.notification.message.Variable.COUNT;
import static kr.minwon.notification.message.Variable.DEPARTMENT;
import static kr.minwon.notification.message.Variable.DUE_AT;
import static kr.minwon.notification.message.Variable.LINK;
import static kr.minwon.notification.message.Variable.MINUTES;
import static kr.minwon.notification.message.Variable.OFFICE;
import static kr.minwon.notification.message.Variable.OFFICER;
import static kr.minwon.notification.message.Variable.OUTCOME;
import static kr.minwon.notification.message.Variable.REASON;
import static kr.minwon.notification.message.Variable.RECEIPT_NUMBER;
import static kr.minwon.notification.message.Variable.REQUEST;

import java.util.ArrayList;
import java.util.List;

/** Which variables the text of a step must hold, and which it may: the one place where a new step says so. */
public final class StepVariables {
    private StepVariables() {}

    /** What the law asks for (민원처리법 시행령 §31: the officer's department, name and contact), and what the step is for. */
    public static List<Variable> required(Step step) {
        return switch (step) {
            case FILED, RECEIVED, WITHDRAWN, CHANGED, MAILING -> List.of();
            // Nobody is named before a claim.
            case ASSIGNED -> List.of(DEPARTMENT, CONTACT, DUE_AT);
            case ANSWERED -> List.of(DEPARTMENT, OFFICER, CONTACT);
            case SUPPLEMENT -> List.of(REQUEST, ANSWER_BY, LINK, DEPARTMENT, OFFICER, CONTACT);
            // Of these the event names no officer.
            case SUPPLEMENTED, CONTINUED -> List.of(DEPARTMENT, CONTACT);
            case TRANSFERRED -> List.of(AGENCY, REASON, DEPARTMENT, CONTACT);
            // 시행령 §21: the reason and the new date.
            case EXTENDED -> List.of(REASON, DUE_AT, DEPARTMENT, OFFICER, CONTACT);
            case DEADLINE, REOPENED -> List.of(REASON, DUE_AT, DEPARTMENT, CONTACT);
            // 시행령 §23.
            case PROGRESS -> List.of(DUE_AT, DEPARTMENT, OFFICER, CONTACT);
            case MERGED, CLOSED, RETURNED -> List.of(REASON, DEPARTMENT, OFFICER, CONTACT);
            case CONSENT -> List.of(REASON, DUE_AT, LINK, DEPARTMENT, OFFICER, CONTACT);
            case CODE -> List.of(Variable.CODE, MINUTES);
            // What the law asks for is in the notices that follow.
            case DIGEST -> List.of(COUNT);
        };
    }

    /** All that there is a value for. */
    public static List<Variable> known(Step step) {
        List<Variable> known = new ArrayList<>(List.of(OFFICE));
        if (step != Step.CODE && step != Step.DIGEST) {
            known.add(RECEIPT_NUMBER);
        }
        known.addAll(required(step));
        if (step == Step.ANSWERED) {
            known.add(OUTCOME);
        }
        return List.copyOf(known);
    }
}
