package kr.minwon.complaint.complaint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sentences of a timeline, as a resident reads them. */
final class Sentences {
    private static final Map<String, String> TEXTS = Map.of(
            "received", "접수 안내",
            "assigned", "담당 부서 안내",
            "answered", "답변 안내",
            "withdrawn", "취하 안내");

    private Sentences() {}

    static String filed() {
        return "민원을 신청하셨습니다.";
    }

    static String accepted(ReceiptNumber number) {
        return "민원이 접수되었습니다. 접수번호는 " + number + "입니다.";
    }

    static String assigned(Department department, Deadline deadline) {
        return "담당 부서가 " + department.name() + "(" + department.contact() + ")" + toward(department.name())
                + " 정해졌습니다. 처리기한은 " + SeoulTime.korean(deadline.dueAt()) + "입니다.";
    }

    static String started(Department department, Officer officer) {
        return department.name() + "에서 처리를 시작했습니다. 담당자는 " + officer.name() + "입니다.";
    }

    static String answered(Department department, Outcome outcome) {
        return department.name() + "에서 답변했습니다. 처리결과는 '" + outcome.label() + "'입니다.";
    }

    static String withdrawn() {
        return "민원을 취하하셨습니다.";
    }

    static String closed(int score) {
        return "만족도를 " + score + "점으로 평가하셨습니다. 민원이 종결되었습니다.";
    }

    static String revealed(Officer officer) {
        return officer.name() + "(" + officer.id() + ") 님이 신청인의 이름과 전화번호를 열람했습니다.";
    }

    /** What a resident is told of a text: only how it ended. */
    static @Nullable String told(MessageState message) {
        String step = message.step();
        int dot = step.indexOf('.');
        String what = TEXTS.getOrDefault(dot < 0 ? step : step.substring(0, dot), "안내");
        return switch (message.state()) {
            case "delivered" -> what + " 문자가 도착했습니다.";
            case "failed" -> what + " 문자가 도착하지 못했습니다.";
            default -> null;
        };
    }

    /** 로 after a vowel or ㄹ, 으로 after any other final consonant. */
    static String toward(String word) {
        char last = word.charAt(word.length() - 1);
        if (last < '가' || last > '힣') {
            return "(으)로";
        }
        int coda = (last - '가') % 28;
        return coda == 0 || coda == 8 ? "로" : "으로";
    }
}
