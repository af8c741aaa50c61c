package kr.minwon.complaint.complaint;

import java.util.Arrays;

/** Where a complaint stands. */
public enum ComplaintStatus {
    /** 신청: filed, and waiting to be accepted by hand. */
    FILED("filed", "신청"),
    /** 접수: accepted; the statutory clock runs from here (민원처리법 §19). */
    ACCEPTED("accepted", "접수"),
    /** 담당부서 배정: a department has it. */
    ASSIGNED("assigned", "담당부서 배정"),
    /** 처리중: an officer has it. */
    IN_PROGRESS("inProgress", "처리중"),
    /** 보완요청: a supplement is awaited, and the clock stands (민원처리법 §22). */
    SUPPLEMENT_REQUESTED("supplementRequested", "보완요청"),
    /** 답변완료: answered (민원처리법 §27). */
    ANSWERED("answered", "답변완료"),
    /** 종결: answered and rated. */
    CLOSED("closed", "종결"),
    /** 취하: taken back by the resident (민원처리법 §22). */
    WITHDRAWN("withdrawn", "취하"),
    /** 반려: returned, because the supplement did not come (민원처리법 시행령 §25). */
    RETURNED("returned", "반려"),
    /** 이송: sent on to another office (민원처리법 §16). */
    TRANSFERRED("transferred", "이송");

    private final String wireName;
    private final String label;

    ComplaintStatus(String wireName, String label) {
        this.wireName = wireName;
        this.label = label;
    }

    /** The name clients and documents know, such as {@code inProgress}. */
    public String wireName() {
        return wireName;
    }

    /** Whether an answer is still to come. */
    public boolean isOpen() {
        return switch (this) {
            case FILED, ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> true;
            case ANSWERED, CLOSED, WITHDRAWN, RETURNED, TRANSFERRED -> false;
        };
    }

    /** What a resident calls it. */
    public String label() {
        return label;
    }

    /**
     * The status of a wire name.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static ComplaintStatus of(String wireName) {
        return Arrays.stream(values())
                .filter(status -> status.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status: " + wireName));
    }
}
