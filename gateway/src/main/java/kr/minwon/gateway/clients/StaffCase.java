package kr.minwon.gateway.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complaint as staff see it: whole. */
public record StaffCase(
        String complaintId,
        String receiptNumber,
        String status,
        String title,
        @Nullable String body,
        @Nullable String category,
        @Nullable String categoryName,
        Filing.@Nullable Location location,
        @Nullable Reporter reporter,
        @Nullable Boolean smsConsent,
        @Nullable Boolean isPublic,
        @Nullable String submittedAt,
        @Nullable String acceptedAt,
        PublicCase.@Nullable Department department,
        PublicCase.@Nullable Officer officer,
        PublicCase.@Nullable Deadline deadline,
        @Nullable List<PublicCase.TimelineEntry> timeline,
        @Nullable List<PublicCase.Answer> answers,
        @Nullable List<PublicCase.Attachment> attachments,
        PublicCase.@Nullable Rating rating,
        @Nullable String statusLabel,
        @Nullable Withdrawal withdrawal,
        @Nullable List<Text> messages,
        @Nullable List<PublicCase.Supplement> supplements,
        PublicCase.@Nullable Consent consent,
        PublicCase.@Nullable Ending ending,
        @Nullable List<PublicCase.Reopening> reopenings,
        @Nullable String mergedInto,
        @Nullable List<String> members,
        @Nullable List<String> repeatOf,
        @Nullable String petitionKind,
        @Nullable List<PublicCase.Change> changes,
        @Nullable Boolean approvalRequired,
        @Nullable Draft answerDraft) {
    /**
     * An answer that waits for approval, or was returned.
     *
     * @param state {@code awaiting} or {@code returned}
     * @param outdated whether the resident has added something since
     * @param remedy what the resident will read of what may be done about a refusal
     * @param author who saved it last
     * @param authors the ids of all who wrote in it
     */
    public record Draft(
            int revision,
            String state,
            @Nullable Boolean outdated,
            String outcome,
            String text,
            @Nullable String remedy,
            Person author,
            @Nullable List<String> authors,
            @Nullable String at,
            @Nullable Returned returned) {
        /** Whether somebody wrote in it. */
        public boolean isBy(String id) {
            return author.id().equals(id) || (authors != null && authors.contains(id));
        }
    }

    /** A member of the staff. */
    public record Person(String id, String name) {}

    /** Why a draft was returned. */
    public record Returned(
            String reason, Person by, @Nullable String at) {}

    /** That the resident withdrew it (민원처리법 §22). */
    public record Withdrawal(@Nullable String at, @Nullable String reason) {}

    /** A text about the case, as far as the case knows of it. */
    public record Text(
            @Nullable String messageId,
            @Nullable String step,
            @Nullable String state,
            @Nullable String at,
            @Nullable String provider,
            @Nullable String reason) {}

    /** Who filed it. */
    public record Reporter(
            @Nullable String name,
            @Nullable String phone,
            @Nullable Boolean masked) {
        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "Reporter[sealed]";
        }
    }
}
