package kr.minwon.routing.workitem;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A work item's next state while a verb writes it; never leaves the verb. */
final class WorkItemDraft {
    private final Petition petition;

    StatutoryClock clock;
    String departmentId;
    String rule;
    int assignment;
    WorkStatus status;

    @Nullable
    Officer officer;

    @Nullable
    Instant closedAt;

    @Nullable
    Proposal proposal;

    @Nullable
    Reminder reminder;

    @Nullable
    Instant progressAt;

    List<Transfer> transfers;

    @Nullable
    Forwarding forwarding;

    @Nullable
    ObjectionUntil objection;

    @Nullable
    DraftState draft;

    Ledger ledger;
    Requests requests;

    WorkItemDraft(WorkItem item) {
        petition = item.petition();
        clock = item.clock();
        departmentId = item.departmentId();
        rule = item.rule();
        assignment = item.assignment();
        status = item.status();
        officer = item.officer();
        closedAt = item.closedAt();
        proposal = item.proposal();
        reminder = item.reminder();
        progressAt = item.progressAt();
        transfers = item.transfers();
        forwarding = item.forwarding();
        objection = item.objection();
        draft = item.draft();
        ledger = item.ledger();
        requests = item.requests();
    }

    /** Notes what does nothing to the clock. */
    void note(Instant at, String what, String by, String note) {
        ledger = ledger.with(Ledger.Entry.of(at, what, by, note));
    }

    /** Open again in the hands of whoever has it. */
    void goOn() {
        status = officer == null ? WorkStatus.ASSIGNED : WorkStatus.IN_PROGRESS;
    }

    WorkItem item() {
        return new WorkItem(
                petition,
                clock,
                departmentId,
                rule,
                assignment,
                status,
                officer,
                closedAt,
                proposal,
                reminder,
                progressAt,
                transfers,
                forwarding,
                objection,
                draft,
                ledger,
                requests);
    }
}
