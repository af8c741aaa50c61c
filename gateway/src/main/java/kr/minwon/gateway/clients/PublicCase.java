package kr.minwon.gateway.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as its resident sees it.
 *
 * @param complaintId null for residents, who know their case by its receipt number
 * @param department null until the complaint is routed
 * @param deadline null until the complaint is routed
 * @param mergedInto the petition that it is answered with; null when it is answered for itself
 * @param moves what the resident may do now
 */
public record PublicCase(
        @Nullable String complaintId,
        String receiptNumber,
        String status,
        String title,
        @Nullable String body,
        @Nullable String category,
        @Nullable String categoryName,
        Filing.@Nullable Location location,
        @Nullable String submittedAt,
        @Nullable Department department,
        @Nullable Officer officer,
        @Nullable Deadline deadline,
        @Nullable List<TimelineEntry> timeline,
        @Nullable List<Answer> answers,
        @Nullable List<Attachment> attachments,
        @Nullable Rating rating,
        @Nullable String mergedInto,
        @Nullable String statusLabel,
        @Nullable Boolean isPublic,
        @Nullable String acceptedAt,
        @Nullable List<Supplement> supplements,
        @Nullable Consent consent,
        @Nullable Ending ending,
        @Nullable List<Reopening> reopenings,
        @Nullable List<String> moves,
        @Nullable List<Change> changes) {
    /** That the resident changed what was asked. */
    public record Change(
            @Nullable String at,
            @Nullable String text,
            @Nullable List<Attachment> attachments) {}

    /** That the resident asked for one more answer ({@code dissatisfied}), or objected ({@code objection}). */
    public record Reopening(
            @Nullable String cause,
            @Nullable Integer answer,
            @Nullable String at,
            @Nullable String text) {}

    /** What was asked for (보완요구), and what came; {@code suppliedAt} is null while it is awaited. */
    public record Supplement(
            @Nullable Integer number,
            @Nullable String request,
            @Nullable String requestedAt,
            @Nullable String answerBy,
            @Nullable Integer moreTime,
            @Nullable String suppliedAt,
            @Nullable String text,
            @Nullable List<Attachment> attachments) {}

    /** A further extension that needs consent; {@code agreed} is null while nothing was said. */
    public record Consent(
            @Nullable Integer extension,
            @Nullable String reason,
            @Nullable String dueAt,
            @Nullable Boolean agreed) {}

    /** How it ended without an answer; {@code agency} is who handles it now. */
    public record Ending(
            @Nullable String at,
            @Nullable String reason,
            @Nullable String agency) {}

    /** Who is responsible. */
    public record Department(
            @Nullable String id,
            @Nullable String name,
            @Nullable String contact) {}

    /** Who works on it. */
    public record Officer(@Nullable String id, @Nullable String name) {}

    /** By when, and why: one sentence a step. */
    public record Deadline(
            @Nullable String dueAt,
            @Nullable String period,
            @Nullable List<String> steps) {}

    /** What happened; {@code staffOnly} entries are shown to staff alone. */
    public record TimelineEntry(
            @Nullable String at,
            @Nullable String step,
            @Nullable String text,
            @Nullable Boolean staffOnly) {}

    /** What was answered. */
    public record Answer(
            @Nullable String at,
            @Nullable String outcome,
            @Nullable String text,
            @Nullable Department department,
            @Nullable String remedy) {}

    /** A photo, without its bytes. */
    public record Attachment(
            @Nullable String id,
            @Nullable String contentType,
            @Nullable String url) {}

    /** What the resident thought of the answer. */
    public record Rating(
            @Nullable Integer score,
            @Nullable String comment,
            @Nullable String at) {
        /** A rating that is yet to be given. */
        public Rating(@Nullable Integer score, @Nullable String comment) {
            this(score, comment, null);
        }
    }
}
