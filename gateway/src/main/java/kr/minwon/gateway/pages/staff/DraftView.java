package kr.minwon.gateway.pages.staff;

import java.time.Clock;
import kr.minwon.gateway.clients.StaffCase;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * An answer that waits for approval, or was returned (전자결재).
 *
 * @param awaiting whether somebody is to decide on it
 * @param remedy what the resident will read of what may be done about a refusal
 * @param own whether who looks wrote in it
 * @param canDecide whether who looks may approve or return it
 * @param outdated whether the resident has added something since: it is returned or saved again, and not approved
 * @param reason why it was returned
 */
record DraftView(
        int revision,
        boolean awaiting,
        String outcome,
        String text,
        @Nullable String remedy,
        String author,
        @Nullable String at,
        boolean own,
        boolean canDecide,
        boolean outdated,
        @Nullable String reason,
        @Nullable String returnedBy,
        @Nullable String returnedAt) {

    /** @param ours whether the case is one that who looks may answer now */
    static @Nullable DraftView of(
            StaffCase.@Nullable Draft draft, boolean ours, Words words, Clock clock, Colleague me) {
        if (draft == null) {
            return null;
        }
        boolean awaiting = draft.state().equals("awaiting");
        boolean own = draft.isBy(me.caller().id());
        StaffCase.Returned returned = draft.returned();
        return new DraftView(
                draft.revision(),
                awaiting,
                draft.outcome(),
                draft.text(),
                draft.remedy(),
                draft.author().name(),
                spoken(draft.at(), words, clock),
                own,
                awaiting && ours && !own && me.isApproving(),
                awaiting && Boolean.TRUE.equals(draft.outdated()),
                returned == null ? null : returned.reason(),
                returned == null ? null : returned.by().name(),
                returned == null ? null : spoken(returned.at(), words, clock));
    }

    private static @Nullable String spoken(@Nullable String iso, Words words, Clock clock) {
        return SeoulMoment.of(iso).map(at -> at.spoken(words, clock)).orElse(null);
    }
}
