package kr.minwon.complaint.complaint;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a resident may do about a refusal, which its notice has to say (구제절차, 민원처리법 §27②). */
public final class Remedies {
    private Remedies() {}

    /** A Korean sentence; null where nothing was refused. */
    public static @Nullable String against(Answer answer, boolean statutory) {
        return against(answer.outcome(), answer.objectionUntil(), statutory);
    }

    /** The same of an answer that is not given yet. */
    public static @Nullable String against(Outcome outcome, @Nullable LocalDate until, boolean statutory) {
        if (!outcome.isRefusal()) {
            return null;
        }
        String last = until == null ? "" : "(" + SeoulTime.korean(until) + "까지)";
        return statutory
                ? "이 결과에 불복하시면 결과를 받은 날부터 " + Limits.OBJECTION_DAYS + "일 안에" + last
                        + " 이의신청을 하실 수 있고(민원처리법 제35조), 이의신청과 상관없이 안 날부터 90일 안에 행정심판이나 행정소송을 청구하실 수 있습니다."
                : "답변이 충분하지 않으면 " + Limits.REOPENING_DAYS + "일 안에 다시 답변을 요청하실 수 있고, 국민권익위원회에 고충민원을 신청하실 수 있습니다.";
    }
}
