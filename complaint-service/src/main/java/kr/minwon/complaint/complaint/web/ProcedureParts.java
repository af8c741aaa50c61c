package kr.minwon.complaint.complaint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kr.minwon.complaint.complaint.Change;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.Consent;
import kr.minwon.complaint.complaint.Ending;
import kr.minwon.complaint.complaint.Group;
import kr.minwon.complaint.complaint.Merger;
import kr.minwon.complaint.complaint.ReceiptNumber;
import kr.minwon.complaint.complaint.Reopening;
import kr.minwon.complaint.complaint.RepeatedPetition;
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

    /**
     * The case was opened again by its resident.
     *
     * @param cause {@code dissatisfied} or {@code objection}
     * @param answer the answer it is about, from 1
     */
    record ReopeningPart(String cause, int number, int answer, String at, String text) {
        static ReopeningPart of(Reopening reopening) {
            return new ReopeningPart(
                    reopening.cause().wireName(),
                    reopening.number(),
                    reopening.answer(),
                    SeoulTime.iso(reopening.at()),
                    reopening.text());
        }
    }

    /** What the resident changed. */
    record ChangePart(int number, String at, String text, List<AttachmentPart> attachments) {
        static ChangePart of(Change change, Complaint complaint, String base) {
            return new ChangePart(
                    change.number(),
                    SeoulTime.iso(change.at()),
                    change.text(),
                    ComplaintResponse.attachments(change.photoIds(), complaint.filing(), base));
        }
    }

    static List<ChangePart> changes(Complaint complaint, String base) {
        return complaint.progress().procedure().changes().stream()
                .map(change -> ChangePart.of(change, complaint, base))
                .toList();
    }

    static List<ReopeningPart> reopenings(Complaint complaint) {
        return complaint.progress().procedure().reopenings().stream()
                .map(ReopeningPart::of)
                .toList();
    }

    /** The petition it is answered with. */
    static @Nullable String mergedInto(Complaint complaint) {
        Merger merger = complaint.progress().procedure().merger();
        return merger == null ? null : merger.into().value();
    }

    /** The petitions that are answered with it. */
    static List<String> members(Complaint complaint) {
        Group group = complaint.progress().procedure().group();
        return group == null || !complaint.progress().procedure().leads()
                ? List.of()
                : group.members().stream().map(ReceiptNumber::value).toList();
    }

    /** The earlier petitions it repeats. */
    static List<String> repeatOf(Complaint complaint) {
        RepeatedPetition repeated = complaint.progress().procedure().repeated();
        return repeated == null
                ? List.of()
                : repeated.of().stream().map(ReceiptNumber::value).toList();
    }

    static List<SupplementPart> supplements(Complaint complaint, String base) {
        return complaint.progress().procedure().supplements().stream()
                .map(supplement -> SupplementPart.of(supplement, complaint, base))
                .toList();
    }
}
