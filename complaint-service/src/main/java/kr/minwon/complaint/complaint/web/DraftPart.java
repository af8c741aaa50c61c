package kr.minwon.complaint.complaint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kr.minwon.complaint.complaint.AnswerDraft;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.Remedies;
import kr.minwon.complaint.complaint.SeoulTime;
import org.jspecify.annotations.Nullable;

/**
 * An answer that waits for approval, or was returned.
 *
 * @param state {@code awaiting} or {@code returned}
 * @param outdated whether the resident has added something since, so that it is not approved as it is
 * @param authors the ids of those who wrote in it: none of them decides on it
 * @param remedy what the resident will read of what may be done about a refusal; null where nothing is refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftPart(
        int revision,
        String state,
        boolean outdated,
        String outcome,
        String text,
        @Nullable String remedy,
        PersonPart author,
        List<String> authors,
        String at,
        @Nullable ReturnedPart returned) {

    record PersonPart(String id, String name) {
        static PersonPart of(Officer officer) {
            return new PersonPart(officer.id(), officer.name());
        }
    }

    record ReturnedPart(String reason, PersonPart by, String at) {}

    static @Nullable DraftPart of(Complaint complaint) {
        AnswerDraft draft = complaint.progress().drafting().current();
        if (draft == null) {
            return null;
        }
        AnswerDraft.Returned returned = draft.returned();
        return new DraftPart(
                draft.revision(),
                draft.isAwaiting() ? "awaiting" : "returned",
                draft.isOutdated(complaint.progress().procedure()),
                draft.outcome().label(),
                draft.text(),
                Remedies.against(draft.outcome(), null, complaint.isStatutory()),
                PersonPart.of(draft.author()),
                complaint.progress().drafting().authors(),
                SeoulTime.iso(draft.at()),
                returned == null
                        ? null
                        : new ReturnedPart(
                                returned.reason(), PersonPart.of(returned.by()), SeoulTime.iso(returned.at())));
    }
}
