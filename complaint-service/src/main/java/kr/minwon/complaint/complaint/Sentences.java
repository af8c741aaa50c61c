package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentences of a timeline, as a resident reads them. */
final class Sentences {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("filed", "신청 안내"),
            Map.entry("received", "접수 안내"),
            Map.entry("texted", "문자 민원 접수 안내"),
            Map.entry("assigned", "담당 부서 안내"),
            Map.entry("answered", "답변 안내"),
            Map.entry("withdrawn", "취하 안내"),
            Map.entry("supplement", "보완 요청"),
            Map.entry("supplemented", "보완 접수 안내"),
            Map.entry("extended", "기간 연장 안내"),
            Map.entry("consent", "연장 동의 요청"),
            Map.entry("returned", "반려 안내"),
            Map.entry("transferred", "이송 안내"),
            Map.entry("deadline", "처리기한 안내"),
            Map.entry("reopened", "다시 처리 안내"),
            Map.entry("changed", "변경 접수 안내"),
            Map.entry("progress", "진행상황 안내"),
            Map.entry("merged", "병합 처리 안내"),
            Map.entry("continued", "처리 계속 안내"),
            Map.entry("closed", "종결 안내"));

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

    static String supplementRequested(Supplement asked) {
        return "보완을 요청했습니다. " + SeoulTime.korean(asked.answerBy())
                + "까지 보내 주세요. 보완을 기다리는 동안은 처리기간에 세지 않습니다(행정절차법 시행령 제11조).";
    }

    static String supplemented(int photos) {
        return "보완 내용을 보내셨습니다." + (photos == 0 ? "" : " 사진 " + photos + "장이 함께 왔습니다.");
    }

    static String moreTime(Supplement longer) {
        return "보완 기간을 늘려 달라고 하셨습니다(" + longer.moreTime() + "번째). " + SeoulTime.korean(longer.answerBy())
                + "까지 보내 주세요.";
    }

    static String returned(String reason) {
        return "보완되지 않아 민원을 되돌려 드렸습니다(민원처리법 시행령 제25조). 사유: " + reason;
    }

    static String deadlineChanged(DeadlineChange change) {
        String until = "처리기한은 " + SeoulTime.korean(change.deadline().dueAt()) + "입니다.";
        return switch (change.cause()) {
            case EXTENDED -> "처리기간을 연장했습니다(민원처리법 시행령 제21조). 사유: " + change.reason() + " " + until;
            case SUSPENDED, RESUMED, RECOMPUTED, REOPENED -> change.reason() + " " + until;
        };
    }

    static String consentRequested(Consent consent) {
        return "처리기간을 한 번 더 연장해도 되는지 여쭈었습니다. 사유: " + consent.reason() + " 동의하시면 처리기한은 "
                + SeoulTime.korean(consent.dueAt()) + "입니다.";
    }

    static String consentAnswered(boolean agreed) {
        return agreed ? "처리기간을 한 번 더 연장하는 데 동의하셨습니다." : "처리기간을 한 번 더 연장하는 데 동의하지 않으셨습니다.";
    }

    static String transferred(Ending ending) {
        return "민원을 " + ending.agency() + toward(Objects.requireNonNullElse(ending.agency(), ""))
                + " 보냈습니다(민원처리법 제16조). 사유: " + ending.reason();
    }

    static String closed(int score) {
        return "만족도를 " + score + "점으로 평가하셨습니다. 민원이 종결되었습니다.";
    }

    static String changed(int number) {
        return "민원 내용을 고치거나 보태셨습니다(" + number + "번째, 민원처리법 제22조).";
    }

    static String filedByText() {
        return "문자로 민원을 신청하셨습니다.";
    }

    static String texted(ResidentText text) {
        String who = text.by() == null ? "문자로 말씀하셨습니다: " : text.by().name() + " 님이 붙인 문자: ";
        return who + text.words() + (text.cut() ? " (뒤는 잘렸습니다)" : "");
    }

    static String textRefused(ResidentText text, Refusal refusal) {
        String meant = switch (text.meaning()) {
            case RATING -> "만족도";
            case REOPENING -> "다시 답변해 달라는 말씀";
            case SUPPLEMENT -> "보완";
            case CONSENT -> "연장 동의 여부";
            case NOTE, COMPLAINT -> "말씀";
        };
        return "문자로 보내신 " + meant + "을(를) 그대로 반영하지 못해 민원실에서 살펴봅니다(" + why(refusal) + "): " + text.words();
    }

    private static String why(Refusal refusal) {
        return switch (refusal) {
            case NOT_YET_ACCEPTED, NOT_YET_ROUTED, NOT_YET_ANSWERED -> "아직 답변 전";
            case ALREADY_ANSWERED -> "이미 답변함";
            case ALREADY_CLOSED -> "이미 종결됨";
            case ALREADY_WITHDRAWN -> "이미 취하됨";
            case ALREADY_RETURNED -> "이미 반려됨";
            case ALREADY_TRANSFERRED -> "다른 기관으로 이송됨";
            case NO_SUPPLEMENT_AWAITED -> "기다리는 보완이 없음";
            case NO_CONSENT_ASKED -> "여쭌 연장이 없음";
            case CONSENT_ANSWERED -> "이미 답하심";
            case NOT_DISSATISFIED -> "만족으로 평가하심";
            case REOPENED_ONCE -> "이미 한 번 더 답변함";
            case REOPENING_TOO_LATE -> "답변한 지 " + Limits.REOPENING_DAYS + "일이 지남";
            default -> "지금은 할 수 없음";
        };
    }

    static String reopened(Reopening.Cause cause) {
        return switch (cause) {
            case DISSATISFIED -> "답변이 충분하지 않아 한 번 더 답변해 달라고 하셨습니다.";
            case OBJECTION -> "처리결과에 이의를 신청하셨습니다(민원처리법 제35조).";
        };
    }

    static String progress(Department department, Instant dueAt) {
        return department.name() + "에서 처리하고 있습니다. 처리기한은 " + SeoulTime.korean(dueAt) + "입니다(민원처리법 시행령 제23조).";
    }

    static String leads(int others) {
        return "같은 취지의 민원 " + others + "건과 함께 처리합니다(민원처리법 시행령 제6조).";
    }

    static String leadsNoMore() {
        return "함께 처리하던 민원을 다시 나누어 처리합니다.";
    }

    static String merged(Merger merger) {
        return "취지가 같은 여러 민원을 하나로 묶어 함께 처리하고 답변은 따로 알려 드립니다(민원처리법 시행령 제6조). 사유: " + merger.reason();
    }

    static String separated() {
        return "함께 처리하던 민원에서 나누어 따로 처리합니다.";
    }

    static String repeatMarked(Officer by, List<ReceiptNumber> of) {
        return by.name() + " 님이 같은 내용의 민원("
                + of.stream().map(ReceiptNumber::value).collect(Collectors.joining(", "))
                + ")을 되풀이한 반복민원으로 표시했습니다(민원처리법 제23조).";
    }

    static String repeatUnmarked(Officer by) {
        return by.name() + " 님이 반복민원 표시를 지웠습니다.";
    }

    static String repeatClosed(String reason) {
        return "같은 내용의 민원에 두 번 이상 처리결과를 알려 드려 종결했습니다(민원처리법 제23조). 사유: " + reason;
    }

    static String continued() {
        return "종결을 취소하고 다시 처리합니다.";
    }

    static String noted(Officer by, String text) {
        return by.name() + ": " + text;
    }

    static String revealed(Officer officer) {
        return officer.name() + "(" + officer.id() + ") 님이 신청인의 이름과 전화번호를 열람했습니다.";
    }

    static String drafted(AnswerDraft draft) {
        return draft.author().name() + " 님이 답변을 결재에 올렸습니다(" + draft.revision() + "번째).";
    }

    static String draftReturned(int revision, Officer by, String reason) {
        return by.name() + " 님이 결재에 올린 답변(" + revision + "번째)을 반려했습니다. 사유: " + reason;
    }

    static String draftDropped(int revision) {
        return "담당 부서가 바뀌었거나 다른 민원과 함께 처리하게 되어, 결재에 올린 답변(" + revision + "번째)을 거두었습니다.";
    }

    static String approved(Officer by) {
        return by.name() + " 님이 답변을 승인했습니다.";
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
        char last = word.isEmpty() ? 'x' : word.charAt(word.length() - 1);
        if (last < '가' || last > '힣') {
            return "(으)로";
        }
        int coda = (last - '가') % 28;
        return coda == 0 || coda == 8 ? "로" : "으로";
    }
}
