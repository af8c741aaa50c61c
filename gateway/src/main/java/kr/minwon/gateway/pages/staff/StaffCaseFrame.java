package kr.minwon.gateway.pages.staff;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import kr.minwon.gateway.accounts.Account;
import kr.minwon.gateway.accounts.Accounts;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.NotificationApi;
import kr.minwon.gateway.clients.ReplyApi;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.clients.StaffCase;
import kr.minwon.gateway.pages.OfficeDesk;
import kr.minwon.gateway.pages.RequestKeys;
import kr.minwon.gateway.pages.Words;
import kr.minwon.gateway.pages.resident.CategoryChoices;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows a case to staff: composed of what the three services know. */
@Component
class StaffCaseFrame {
    private static final Logger log = LoggerFactory.getLogger(StaffCaseFrame.class);

    private final ComplaintApi complaints;
    private final NotificationApi notification;
    private final ReplyApi replies;
    private final RoutingApi routing;
    private final Accounts accounts;
    private final CategoryChoices categories;
    private final OfficeDesk desk;
    private final Clock clock;

    StaffCaseFrame(
            ComplaintApi complaints,
            NotificationApi notification,
            ReplyApi replies,
            RoutingApi routing,
            Accounts accounts,
            CategoryChoices categories,
            OfficeDesk desk,
            Clock pageClock) {
        this.complaints = complaints;
        this.notification = notification;
        this.replies = replies;
        this.routing = routing;
        this.accounts = accounts;
        this.categories = categories;
        this.desk = desk;
        this.clock = pageClock;
    }

    /** @param reveal {@code reporter} to show the reporter unmasked */
    String show(String receiptNumber, @Nullable String reveal, Model model, Words words, Colleague me) {
        StaffCase complaint = complaints.staffCase(receiptNumber, reveal);
        StaffCaseView view = new StaffCaseView.Maker(words, categories, clock, me)
                .of(complaint, ledger(receiptNumber, words), reveal != null);
        model.addAttribute("section", "queue");
        model.addAttribute("view", view);
        model.addAttribute("talk", talk(receiptNumber, words));
        model.addAttribute("outcomes", StaffCasePages.outcomes());
        if (view.canGive()) {
            model.addAttribute("officers", officers(view.departmentId(), me));
        }
        // Who places cases may also send one back to the department that is known to have it.
        model.addAttribute(
                "departments",
                desk.departments().stream()
                        .filter(department -> view.canMove() || !Objects.equals(department.id(), view.departmentId()))
                        .toList());
        if (!model.containsAttribute("answering")) {
            DraftView draft = view.draft();
            model.addAttribute(
                    "answering",
                    new StaffCasePages.AnswerForm(
                            RequestKeys.next(),
                            draft == null ? null : draft.outcome(),
                            draft == null ? null : draft.text()));
        }
        return "gateway/staff/case";
    }

    private List<Account> officers(@Nullable String departmentId, Colleague me) {
        return departmentId == null
                ? List.of()
                : accounts.ofDepartment(me.caller().officeId(), departmentId).stream()
                        .filter(account -> !account.disabled())
                        .toList();
    }

    private LedgerView ledger(String receiptNumber, Words words) {
        try {
            return LedgerView.of(routing.clock(receiptNumber), words, clock);
        } catch (ServiceProblem | ProblemException away) {
            log.debug("the ledger of a case cannot be read now: {}", away.getMessage());
            return LedgerView.AWAY;
        }
    }

    private Talk talk(String receiptNumber, Words words) {
        try {
            return Talk.of(
                    notification.ofCase(receiptNumber).items(),
                    replies.ofCase(receiptNumber).items(),
                    words,
                    clock);
        } catch (ServiceProblem | ProblemException away) {
            log.debug("the texts of a case cannot be read now: {}", away.getMessage());
            return Talk.AWAY;
        }
    }
}
