package kr.minwon.complaint.complaint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.Consent;
import kr.minwon.complaint.complaint.Ending;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.complaint.complaint.Supplement;
import kr.minwon.complaint.complaint.web.ComplaintResponse.AttachmentPart;
import org.jspecify.annotations.Nullable;

/** The procedure of a complaint as residents and staff see it. */
final class ProcedureParts {
    private ProcedureParts() {}

    /**
     * A request for a supplement.
     *
     * @param moreTime how often more time was asked for
     * @param suppliedAt null while it is awaited
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SupplementPart(
            int number,
            String request,
            String requestedAt,
            String answerBy,
            int moreTime,
            @Nullable String suppliedAt,
            @Nullable String text,
            List<AttachmentPart> attachments) {
        static SupplementPart of(Supplement supplement, Complaint complaint, String base) {
            Supplement.Supply supply = supplement.supply();
            return new SupplementPart(
                    supplement.number(),
                    supplement.text(),
                    SeoulTime.iso(supplement.requestedAt()),
                    SeoulTime.iso(supplement.answerBy()),
                    supplement.moreTime(),
                    supply == null ? null : SeoulTime.iso(supply.at()),
                    supply == null ? null : supply.text(),
                    supply == null
                            ? List.of()
                            : ComplaintResponse.attachments(supply.photoIds(), complaint.filing(), base));
        }
    }

    /**
     * A further extension that needs consent.
     *
     * @param agreed null while nothing was said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentPart(
            int extension,
            String reason,
            String dueAt,
            String askedAt,
            @Nullable Boolean agreed) {
        static @Nullable ConsentPart of(@Nullable Consent consent) {
            return consent == null
                    ? null
                    : new ConsentPart(
                            consent.extension(),
                            consent.reason(),
                            SeoulTime.iso(consent.dueAt()),
                            SeoulTime.iso(consent.askedAt()),
                            consent.agreed());
        }
    }

    /**
     * How a case ended without an answer.
     *
     * @param agency who handles it now; null for a returned one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EndingPart(String at, String reason, @Nullable String agency) {
        static @Nullable EndingPart of(@Nullable Ending ending) {
            return ending == null ? null : new EndingPart(SeoulTime.iso(ending.at()), ending.reason(), ending.agency());
        }
    }

    static List<SupplementPart> supplements(Complaint complaint, String base) {
        return complaint.progress().procedure().supplements().stream()
                .map(supplement -> SupplementPart.of(supplement, complaint, base))
                .toList();
    }
}
