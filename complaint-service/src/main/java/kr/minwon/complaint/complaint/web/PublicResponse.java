package kr.minwon.complaint.complaint.web;

import java.time.Instant;
import java.util.List;
import kr.minwon.complaint.complaint.Answer;
import kr.minwon.complaint.complaint.Categories;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.Department;
import kr.minwon.complaint.complaint.Filing;
import kr.minwon.complaint.complaint.Location;
import kr.minwon.complaint.complaint.Progress;
import kr.minwon.complaint.complaint.PublicText;
import kr.minwon.complaint.complaint.Reporters;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.complaint.complaint.Timeline;
import kr.minwon.complaint.complaint.web.ComplaintResponse.LocationPart;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as everyone may read it: nothing of who filed it, no photo, and of the answer only its kind, since what an
 * officer writes to a resident may name them.
 *
 * @param open whether an answer is still to come
 * @param department name; null until it is known
 * @param updatedAt when it was finished, or what happened last while it is open
 * @param dueAt null until it is counted
 * @param outcome of the last answer; null without one
 */
record PublicResponse(
        String receiptNumber,
        String status,
        String statusLabel,
        boolean open,
        String title,
        String body,
        String category,
        String categoryName,
        @Nullable LocationPart location,
        String submittedAt,
        String updatedAt,
        @Nullable String department,
        @Nullable String dueAt,
        @Nullable String outcome) {

    /** @param items the latest first */
    record Page(List<PublicResponse> items) {}

    static PublicResponse of(Complaint complaint, Reporters reporters, Categories categories) {
        Filing filing = complaint.filing();
        Progress progress = complaint.progress();
        String name = reporters.name(filing.reporter());
        String phone = reporters.phone(filing.reporter());
        Department department = progress.department();
        List<Answer> answers = progress.answers();
        return new PublicResponse(
                filing.receiptNumber().value(),
                progress.status().wireName(),
                progress.status().label(),
                progress.status().isOpen(),
                PublicText.title(filing.title(), filing.body(), name, phone),
                PublicText.of(filing.body(), name, phone),
                filing.category(),
                categories.nameOf(filing.category()),
                location(filing.location(), name, phone),
                SeoulTime.iso(filing.submittedAt()),
                SeoulTime.iso(updatedAt(complaint)),
                department == null ? null : department.name(),
                progress.deadline() == null
                        ? null
                        : SeoulTime.iso(progress.deadline().dueAt()),
                answers.isEmpty() ? null : answers.getLast().outcome().label());
    }

    private static @Nullable LocationPart location(@Nullable Location location, String name, String phone) {
        if (location == null) {
            return null;
        }
        String address = location.address();
        return new LocationPart(
                address == null ? null : PublicText.of(address, name, phone), location.lat(), location.lng());
    }

    private static Instant updatedAt(Complaint complaint) {
        Instant finishedAt = complaint.progress().finishedAt();
        return finishedAt != null
                ? finishedAt
                : complaint.progress().timeline().entries().stream()
                        .filter(entry -> !entry.staffOnly())
                        .map(Timeline.Entry::at)
                        .max(Instant::compareTo)
                        .orElse(complaint.filing().submittedAt());
    }
}
