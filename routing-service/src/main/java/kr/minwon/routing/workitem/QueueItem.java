package kr.minwon.routing.workitem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A work item as a list shows it.
 *
 * @param forwarding there while it waits for the 민원실 to say whose it is
 * @param draft how the draft of its answer stands; null when there is none
 */
public record QueueItem(
        String receiptNumber,
        String title,
        String category,
        String departmentId,
        WorkStatus status,
        Instant dueAt,
        Instant submittedAt,
        @Nullable Officer officer,
        @Nullable Forwarding forwarding,
        @Nullable DraftState draft) {}
