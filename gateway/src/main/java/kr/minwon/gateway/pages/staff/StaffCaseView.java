package kr.minwon.gateway.pages.staff;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.minwon.gateway.clients.PublicCase;
import kr.minwon.gateway.clients.StaffCase;
import kr.minwon.gateway.pages.Again;
import kr.minwon.gateway.pages.ProcedureView;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import kr.minwon.gateway.pages.resident.CategoryChoices;
import org.jspecify.annotations.Nullable;

/**
 * A case as an officer works on it.
 *
 * @param open whether the writer lets it be public, in words
 * @param approvalRequired whether an answer goes out only when a lead has approved it
 * @param draft the answer that waits for approval, or was returned; null when there is none
 * @param mine whether the officer who looks has it
 * @param urgency as in {@link DueTime}
 * @param mergedInto the petition it is answered with; null when it is answered for itself
 * @param members the petitions that are answered with it
 * @param repeat whether it is marked as a repeat
 * @param steps of the law's procedure that they may take now
 * @param ledger what happened to its clock, oldest first
 * @param name of the reporter, masked unless revealed
 */
record StaffCaseView(
        String number,
        String title,
        String status,
        String statusLabel,
        String body,
        String category,
        @Nullable String address,
        @Nullable String submitted,
        String open,
        List<String> photos,
        List<Answer> answers,
        @Nullable String rated,
        @Nullable String ratedComment,
        boolean canAnswer,
        boolean approvalRequired,
        @Nullable DraftView draft,
        boolean mine,
        boolean canAccept,
        boolean canPress,
        boolean canClaim,
        boolean canGive,
        boolean canMove,
        @Nullable String departmentId,
        @Nullable String department,
        @Nullable String officer,
        @Nullable String due,
        String urgency,
        @Nullable String remaining,
        List<String> dueSteps,
        List<LedgerView.Entry> ledger,
        String name,
        String phone,
        boolean consented,
        boolean canReveal,
        boolean revealed,
        List<Entry> timeline,
        ProcedureView procedure,
        List<ProcedureStep> steps,
        @Nullable String petitionKind,
        List<Again> again,
        List<Again> changes,
        @Nullable String mergedInto,
        List<String> members,
        boolean repeat,
        boolean canRelate) {
    /** Who decides on a draft does not write another one in its place, where one alone may not answer. */
    public boolean isWriting() {
        return canAnswer && !(approvalRequired && draft != null && draft.canDecide());
    }

    private static final Set<String> WORKABLE = Set.of("accepted", "assigned", "inProgress");

    record Answer(String outcome, @Nullable String at, String text) {}

    /** @param machine the moment in ISO 8601 */
    record Entry(@Nullable String machine, String at, String text) {}

    /** Makes views of cases. */
    record Maker(Words words, CategoryChoices categories, Clock clock, Colleague me) {
        StaffCaseView of(StaffCase complaint, LedgerView ledger, boolean revealed) {
            PublicCase.Department department = complaint.department();
            String departmentId = department == null ? null : department.id();
            PublicCase.Officer officer = complaint.officer();
            PublicCase.Deadline deadline = complaint.deadline();
            PublicCase.Rating rating = complaint.rating();
            StaffCase.Reporter reporter = complaint.reporter();
            List<String> members = listed(complaint.members());
            boolean workable = WORKABLE.contains(complaint.status()) && complaint.mergedInto() == null;
            boolean ours = departmentId != null && me.caller().departments().contains(departmentId);
            DueTime left = workable && deadline != null
                    ? DueTime.of(deadline.dueAt(), words, clock).orElse(null)
                    : null;
            return new StaffCaseView(
                    complaint.receiptNumber(),
                    complaint.title(),
                    complaint.status(),
                    words.textOr("status." + complaint.status(), complaint.status()),
                    text(complaint.body()),
                    categories.name(text(complaint.category()), complaint.categoryName(), words),
                    complaint.location() == null ? null : complaint.location().address(),
                    moment(complaint.submittedAt()),
                    words.text(
                            Boolean.TRUE.equals(complaint.isPublic())
                                    ? "staff.case.public-yes"
                                    : "staff.case.public-no"),
                    listed(complaint.attachments()).stream()
                            .map(PublicCase.Attachment::id)
                            .filter(Objects::nonNull)
                            .toList(),
                    listed(complaint.answers()).stream()
                            .map(answer -> new Answer(text(answer.outcome()), moment(answer.at()), text(answer.text())))
                            .toList(),
                    rating == null || rating.score() == null ? null : words.text("case.rate." + rating.score()),
                    rating == null ? null : rating.comment(),
                    workable && ours && me.mayAnswer(),
                    Boolean.TRUE.equals(complaint.approvalRequired()),
                    DraftView.of(complaint.answerDraft(), workable && ours, words, clock, me),
                    officer != null && me.caller().id().equals(officer.id()),
                    complaint.status().equals("filed") && me.mayAccept(),
                    left != null && left.urgency().equals("overdue") && me.mayPress(),
                    workable && ours && officer == null && me.mayClaim(),
                    workable && ours && me.mayGive(),
                    workable && me.mayPlace(),
                    departmentId,
                    department == null ? null : department.name(),
                    officer == null ? null : officer.name(),
                    deadline == null || moment(deadline.dueAt()) == null
                            ? null
                            : words.text("case.due.until", text(moment(deadline.dueAt()))),
                    left == null ? "" : left.urgency(),
                    left == null ? null : left.remaining(),
                    deadline == null ? List.of() : listed(deadline.steps()),
                    ledger.entries(),
                    reporter == null ? "" : text(reporter.name()),
                    reporter == null ? "" : phone(text(reporter.phone())),
                    Boolean.TRUE.equals(complaint.smsConsent()),
                    !revealed && me.mayReveal(),
                    revealed,
                    listed(complaint.timeline()).stream()
                            .map(entry -> new Entry(entry.at(), text(moment(entry.at())), text(entry.text())))
                            .toList(),
                    ProcedureView.of(
                            complaint.status(),
                            complaint.supplements(),
                            complaint.consent(),
                            complaint.ending(),
                            words,
                            clock),
                    ProcedureStep.of(
                            complaint.status(),
                            workable && departmentId != null,
                            ours,
                            !members.isEmpty(),
                            ledger.mayExtend(),
                            me),
                    complaint.petitionKind(),
                    listed(complaint.reopenings()).stream()
                            .map(reopening -> Again.of(reopening, words, clock))
                            .toList(),
                    listed(complaint.changes()).stream()
                            .map(change -> Again.of(change, words, clock))
                            .toList(),
                    complaint.mergedInto(),
                    members,
                    !listed(complaint.repeatOf()).isEmpty(),
                    me.mayRelate());
        }

        /** Whoever files by a partner's key may have none. */
        private String phone(String phone) {
            return phone.isEmpty() ? words.text("staff.case.no-phone") : phone;
        }

        private @Nullable String moment(@Nullable String iso) {
            return SeoulMoment.of(iso).map(at -> at.spoken(words, clock)).orElse(null);
        }
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
