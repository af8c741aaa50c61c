package kr.minwon.complaint.complaint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.minwon.complaint.complaint.Answer;
import kr.minwon.complaint.complaint.Categories;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintStatus;
import kr.minwon.complaint.complaint.Deadline;
import kr.minwon.complaint.complaint.Department;
import kr.minwon.complaint.complaint.Filing;
import kr.minwon.complaint.complaint.Location;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.Progress;
import kr.minwon.complaint.complaint.Rating;
import kr.minwon.complaint.complaint.Remedies;
import kr.minwon.complaint.complaint.Reopenings;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.complaint.complaint.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as the resident sees it.
 *
 * @param department null until it is known
 * @param officer null until somebody has it
 * @param deadline null until it is counted
 * @param mergedInto the petition it is answered with
 * @param moves what the resident may do now: {@code withdrawal}, {@code change}, {@code rating}, {@code supplements}, {@code objection},
 *     {@code reopening}
 */
record ComplaintResponse(
        String receiptNumber,
        String status,
        String statusLabel,
        String title,
        String body,
        String category,
        String categoryName,
        @Nullable LocationPart location,
        boolean isPublic,
        String submittedAt,
        @Nullable String acceptedAt,
        @Nullable DepartmentPart department,
        @Nullable OfficerPart officer,
        @Nullable DeadlinePart deadline,
        List<EntryPart> timeline,
        List<AnswerPart> answers,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RatingPart rating,
        List<AttachmentPart> attachments,
        List<ProcedureParts.SupplementPart> supplements,

        @JsonInclude(JsonInclude.Include.NON_NULL) ProcedureParts.@Nullable ConsentPart consent,

        @JsonInclude(JsonInclude.Include.NON_NULL) ProcedureParts.@Nullable EndingPart ending,
        List<ProcedureParts.ChangePart> changes,
        List<ProcedureParts.ReopeningPart> reopenings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mergedInto,
        List<String> moves) {

    record LocationPart(
            @Nullable String address,
            @Nullable Double lat,
            @Nullable Double lng) {
        static @Nullable LocationPart of(@Nullable Location location) {
            return location == null ? null : new LocationPart(location.address(), location.lat(), location.lng());
        }
    }

    record DepartmentPart(String id, String name, String contact) {
        static @Nullable DepartmentPart of(@Nullable Department department) {
            return department == null
                    ? null
                    : new DepartmentPart(department.id(), department.name(), department.contact());
        }
    }

    record OfficerPart(String name) {
        static @Nullable OfficerPart of(@Nullable Officer officer) {
            return officer == null ? null : new OfficerPart(officer.name());
        }
    }

    record DeadlinePart(String dueAt, String period, List<String> steps) {
        static @Nullable DeadlinePart of(@Nullable Deadline deadline) {
            return deadline == null
                    ? null
                    : new DeadlinePart(SeoulTime.iso(deadline.dueAt()), deadline.period(), deadline.steps());
        }
    }

    record EntryPart(String at, String step, String text) {
        static EntryPart of(Timeline.Entry entry) {
            return new EntryPart(SeoulTime.iso(entry.at()), entry.step(), entry.text());
        }
    }

    /** @param remedy what may be done about a refusal (민원처리법 §27②); null where nothing was refused */
    record AnswerPart(
            String at,
            String outcome,
            String text,
            DepartmentPart department,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String remedy) {
        static AnswerPart of(Answer answer, Complaint complaint) {
            Department by = answer.department();
            return new AnswerPart(
                    SeoulTime.iso(answer.at()),
                    answer.outcome().label(),
                    answer.text(),
                    new DepartmentPart(by.id(), by.name(), by.contact()),
                    Remedies.against(answer, complaint.isStatutory()));
        }
    }

    record RatingPart(
            String at,
            int score,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String comment) {
        static @Nullable RatingPart of(@Nullable Rating rating) {
            return rating == null ? null : new RatingPart(SeoulTime.iso(rating.at()), rating.score(), rating.comment());
        }
    }

    /** @param url where the picture is, under the same look-up code */
    record AttachmentPart(String id, String contentType, String url) {}

    /** What the resident may do now. */
    private static List<String> moves(Complaint complaint, Instant now) {
        List<String> moves = new ArrayList<>();
        if (complaint.status().isOpen()) {
            moves.add("withdrawal");
            moves.add("change");
        }
        if (complaint.status() == ComplaintStatus.ANSWERED) {
            moves.add("rating");
        }
        if (complaint.status() == ComplaintStatus.SUPPLEMENT_REQUESTED) {
            moves.add("supplements");
        }
        if (Reopenings.mayObject(complaint, now)) {
            moves.add("objection");
        }
        if (Reopenings.mayReopen(complaint, now)) {
            moves.add("reopening");
        }
        return moves;
    }

    /** @param now at which the resident looks */
    static ComplaintResponse of(Complaint complaint, List<Timeline.Entry> earlier, Categories categories, Instant now) {
        Filing filing = complaint.filing();
        Progress progress = complaint.progress();
        return new ComplaintResponse(
                filing.receiptNumber().value(),
                progress.status().wireName(),
                progress.status().label(),
                filing.title(),
                filing.body(),
                filing.category(),
                categories.nameOf(filing.category()),
                LocationPart.of(filing.location()),
                filing.isPublic(),
                SeoulTime.iso(filing.submittedAt()),
                progress.acceptedAt() == null ? null : SeoulTime.iso(progress.acceptedAt()),
                DepartmentPart.of(progress.department()),
                OfficerPart.of(progress.officer()),
                DeadlinePart.of(progress.deadline()),
                Stream.concat(earlier.stream(), progress.timeline().entries().stream())
                        .filter(entry -> !entry.staffOnly())
                        .map(EntryPart::of)
                        .toList(),
                progress.answers().stream()
                        .map(answer -> AnswerPart.of(answer, complaint))
                        .toList(),
                RatingPart.of(progress.rating()),
                attachments(filing, "/api/v1/complaints/"),
                ProcedureParts.supplements(complaint, "/api/v1/complaints/"),
                ProcedureParts.ConsentPart.of(progress.procedure().consent()),
                ProcedureParts.EndingPart.of(progress.procedure().ending()),
                ProcedureParts.changes(complaint, "/api/v1/complaints/"),
                ProcedureParts.reopenings(complaint),
                ProcedureParts.mergedInto(complaint),
                moves(complaint, now));
    }

    static List<AttachmentPart> attachments(Filing filing, String base) {
        return attachments(filing.photoIds(), filing, base);
    }

    static List<AttachmentPart> attachments(List<String> photoIds, Filing filing, String base) {
        return photoIds.stream()
                .map(id -> new AttachmentPart(id, "image/jpeg", base + filing.receiptNumber() + "/attachments/" + id))
                .toList();
    }
}
