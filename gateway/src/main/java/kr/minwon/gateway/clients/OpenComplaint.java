package kr.minwon.gateway.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as everyone may read it.
 *
 * @param department name; null until it is known
 * @param outcome of the last answer; null without one
 */
public record OpenComplaint(
        String receiptNumber,
        String status,
        String statusLabel,
        boolean open,
        String title,
        String body,
        String category,
        String categoryName,
        Filing.@Nullable Location location,
        String submittedAt,
        String updatedAt,
        @Nullable String department,
        @Nullable String dueAt,
        @Nullable String outcome) {
    /** Some of them, the latest first. */
    public record Page(List<OpenComplaint> items) {}
}
