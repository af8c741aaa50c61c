package kr.minwon.complaint.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.minwon.complaint.complaint.ComplaintEvent.ResidentTexted;
import kr.minwon.complaint.complaint.Decision.Changed;
import kr.minwon.complaint.complaint.Decision.Refused;
import kr.minwon.complaint.complaint.Decision.Unchanged;
import org.jspecify.annotations.Nullable;

/**
 * What a text does to its case: the same as the resident's own move would, by the same rules. What they do not allow is
 * noted, and told, so that people look at it; nothing that somebody wrote is lost.
 */
public final class ResidentTexts {
    /** A score with its polite ending. */
    private static final int SCORE_ALONE = 8;

    private ResidentTexts() {}

    /** Takes a text, once. */
    public static Decision take(Complaint complaint, ResidentText text) {
        if (complaint.progress().procedure().texts().has(text.key())) {
            return new Unchanged(complaint);
        }
        return switch (moved(complaint, text)) {
            case Changed changed -> told(changed.complaint(), changed.events(), text, null, null);
            case Refused refused ->
                told(complaint, List.of(), text, refused.refusal(), Sentences.textRefused(text, refused.refusal()));
            case Unchanged unchanged -> told(complaint, List.of(), text, null, Sentences.texted(text));
        };
    }

    private static Decision moved(Complaint complaint, ResidentText text) {
        return switch (text.meaning()) {
            case RATING -> complaint.rate(Objects.requireNonNull(text.score()), comment(text), text.at(), null);
            case REOPENING -> Reopenings.reopen(complaint, text.words(), text.at(), null);
            case SUPPLEMENT -> Procedures.supplyByText(complaint, text.words(), text.at());
            case CONSENT -> Procedures.consent(complaint, Objects.requireNonNull(text.agreed()), text.at(), null);
            case NOTE, COMPLAINT -> new Unchanged(complaint);
        };
    }

    /** Its words, where they are more than the score. */
    private static @Nullable String comment(ResidentText text) {
        String words = text.words().strip();
        boolean more = words.codePointCount(0, words.length()) > SCORE_ALONE;
        return more ? cut(words, Limits.RATING_COMMENT) : null;
    }

    private static String cut(String words, int most) {
        return words.codePointCount(0, words.length()) <= most
                ? words
                : words.substring(0, words.offsetByCodePoints(0, most));
    }

    private static Changed told(
            Complaint complaint,
            List<ComplaintEvent> events,
            ResidentText text,
            @Nullable Refusal refusal,
            @Nullable String sentence) {
        Draft draft = new Draft(complaint);
        draft.procedure = draft.procedure.with(draft.procedure.texts().plus(text.key()));
        if (sentence != null && text.by() == null) {
            draft.note(text.at(), "texted", sentence);
        } else if (sentence != null) {
            // It may be another person's: only the staff see what one of them gave to the case.
            draft.noteForStaff(text.at(), "texted", sentence);
        }
        List<ComplaintEvent> all = new ArrayList<>(events);
        all.add(new ResidentTexted(text, refusal));
        return draft.changed(all.toArray(ComplaintEvent[]::new));
    }
}
