package kr.minwon.gateway.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as its resident sees it.
 *
 * @param complaintId names the case in {@code LiveChanges}; never shown
 * @param department null until the complaint is routed
 * @param deadline null until the complaint is routed
 */
public record PublicCase(
        @Nullable String complaintId,
        String receiptNumber,
        String status,
        String title,
        @Nullable String body,
        @Nullable String category,
        Filing.@Nullable Location location,
        @Nullable String submittedAt,
        @Nullable Department department,
        @Nullable Officer officer,
        @Nullable Deadline deadline,
        @Nullable List<TimelineEntry> timeline,
        @Nullable List<Answer> answers,
        @Nullable List<Attachment> attachments,
        @Nullable Rating rating,
        @Nullable String mergedInto) {
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

    /** What happened. */
    public record TimelineEntry(
            @Nullable String at,
            @Nullable String step,
            @Nullable String text) {}

    /** What was answered. */
    public record Answer(
            @Nullable String at,
            @Nullable String outcome,
            @Nullable String text) {}

    /** A photo, without its bytes. */
    public record Attachment(
            @Nullable String id,
            @Nullable String contentType,
            @Nullable Long bytes) {}

    /** What the resident thought of the answer. */
    public record Rating(@Nullable Integer score, @Nullable String comment) {}
}
