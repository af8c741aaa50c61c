package kr.minwon.complaint.complaint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import kr.minwon.complaint.complaint.Categories;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.Filing;
import kr.minwon.complaint.complaint.MessageState;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.Progress;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.complaint.complaint.Timeline;
import kr.minwon.complaint.complaint.Withdrawal;
import kr.minwon.complaint.complaint.web.ComplaintResponse.AnswerPart;
import kr.minwon.complaint.complaint.web.ComplaintResponse.AttachmentPart;
import kr.minwon.complaint.complaint.web.ComplaintResponse.DeadlinePart;
import kr.minwon.complaint.complaint.web.ComplaintResponse.DepartmentPart;
import kr.minwon.complaint.complaint.web.ComplaintResponse.LocationPart;
import kr.minwon.complaint.complaint.web.ComplaintResponse.RatingPart;
import org.jspecify.annotations.Nullable;

/**
 * The whole case, as the staff see it.
 *
 * @param approvalRequired whether answers of the office go out only when a lead has approved them
 * @param answerDraft the answer that waits for approval, or was returned
 */
record StaffComplaintResponse(
        String complaintId,
        String officeId,
        String receiptNumber,
        String status,
        String statusLabel,
        String title,
        String body,
        String category,
        String categoryName,
        @Nullable LocationPart location,
        ReporterPart reporter,
        boolean smsConsent,
        boolean isPublic,
        String submittedAt,
        @Nullable String acceptedAt,
        @Nullable DepartmentPart department,
        @Nullable StaffPart officer,
        @Nullable DeadlinePart deadline,
        List<StaffEntryPart> timeline,
        List<AnswerPart> answers,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RatingPart rating,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WithdrawalPart withdrawal,
        List<MessagePart> messages,
        List<AttachmentPart> attachments,
        List<ProcedureParts.SupplementPart> supplements,
        @JsonInclude(JsonInclude.Include.NON_NULL) ProcedureParts.@Nullable ConsentPart consent,
        @JsonInclude(JsonInclude.Include.NON_NULL) ProcedureParts.@Nullable EndingPart ending,
        List<ProcedureParts.ChangePart> changes,
        List<ProcedureParts.ReopeningPart> reopenings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mergedInto,
        List<String> members,
        List<String> repeatOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String petitionKind,
        String channel,
        boolean approvalRequired,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DraftPart answerDraft) {

    /** @param masked whether name and phone are shown as 홍*동 and 010-****-5678 */
    record ReporterPart(String name, String phone, boolean masked) {
        @Override
        public String toString() {
            return "ReporterPart[masked=" + masked + "]";
        }
    }

    record StaffPart(String id, String name) {
        static @Nullable StaffPart of(@Nullable Officer officer) {
            return officer == null ? null : new StaffPart(officer.id(), officer.name());
        }
    }

    record StaffEntryPart(String at, String step, String text, boolean staffOnly) {
        static StaffEntryPart of(Timeline.Entry entry) {
            return new StaffEntryPart(SeoulTime.iso(entry.at()), entry.step(), entry.text(), entry.staffOnly());
        }
    }

    record WithdrawalPart(String at, @Nullable String reason) {
        static @Nullable WithdrawalPart of(@Nullable Withdrawal withdrawal) {
            return withdrawal == null ? null : new WithdrawalPart(SeoulTime.iso(withdrawal.at()), withdrawal.reason());
        }
    }

    record MessagePart(
            String messageId,
            String step,
            String state,
            String at,
            @Nullable String provider,
            @Nullable String reason) {
        static MessagePart of(MessageState message) {
            return new MessagePart(
                    message.messageId(),
                    message.step(),
                    message.state(),
                    SeoulTime.iso(message.at()),
                    message.provider(),
                    message.reason());
        }
    }

    static StaffComplaintResponse of(
            Complaint complaint,
            ReporterPart reporter,
            List<Timeline.Entry> earlier,
            Categories categories,
            boolean approvalRequired) {
        Filing filing = complaint.filing();
        Progress progress = complaint.progress();
        return new StaffComplaintResponse(
                filing.id().value(),
                filing.officeId(),
                filing.receiptNumber().value(),
                progress.status().wireName(),
                progress.status().label(),
                filing.title(),
                filing.body(),
                filing.category(),
                categories.nameOf(filing.category()),
                LocationPart.of(filing.location()),
                reporter,
                filing.smsConsent(),
                filing.isPublic(),
                SeoulTime.iso(filing.submittedAt()),
                progress.acceptedAt() == null ? null : SeoulTime.iso(progress.acceptedAt()),
                DepartmentPart.of(progress.department()),
                StaffPart.of(progress.officer()),
                DeadlinePart.of(progress.deadline()),
                Stream.concat(earlier.stream(), progress.timeline().entries().stream())
                        .map(StaffEntryPart::of)
                        .toList(),
                progress.answers().stream()
                        .map(answer -> AnswerPart.of(answer, complaint))
                        .toList(),
                RatingPart.of(progress.rating()),
                WithdrawalPart.of(progress.withdrawal()),
                progress.messages().stream().map(MessagePart::of).toList(),
                ComplaintResponse.attachments(filing, "/api/v1/staff/complaints/"),
                ProcedureParts.supplements(complaint, "/api/v1/staff/complaints/"),
                ProcedureParts.ConsentPart.of(progress.procedure().consent()),
                ProcedureParts.EndingPart.of(progress.procedure().ending()),
                ProcedureParts.changes(complaint, "/api/v1/staff/complaints/"),
                ProcedureParts.reopenings(complaint),
                ProcedureParts.mergedInto(complaint),
                ProcedureParts.members(complaint),
                ProcedureParts.repeatOf(complaint),
                progress.deadline() == null ? null : progress.deadline().petitionKind(),
                filing.channel().wireName(),
                approvalRequired,
                DraftPart.of(complaint));
    }
}
