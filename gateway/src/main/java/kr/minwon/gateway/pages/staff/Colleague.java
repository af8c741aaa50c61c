package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletRequest;
import kr.minwon.gateway.access.Callers;
import kr.minwon.signedcalls.AccessTable;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, and what the access table lets them do: a button that would only be refused is not shown.
 *
 * @param caller who it is
 * @param table who may call what
 */
record Colleague(Caller caller, AccessTable table) {
    private static final String CASES = "/api/v1/staff/complaints/any";

    /** Names the colleague of a request. */
    @Component
    static class Desk {
        private final Callers callers;
        private final AccessTable table;

        Desk(Callers callers, AccessTable table) {
            this.callers = callers;
            this.table = table;
        }

        Colleague of(HttpServletRequest request) {
            return new Colleague(callers.of(request), table);
        }
    }

    /** What the page calls them. */
    public String getWho() {
        return caller.name();
    }

    public boolean isSeesQueue() {
        return may("GET", "/api/v1/staff/queue");
    }

    public boolean isSeesReports() {
        return may("GET", "/api/v1/staff/reports/overdue");
    }

    public boolean isSeesRegister() {
        return may("GET", "/api/v1/staff/register");
    }

    public boolean isSeesLetters() {
        return may("GET", "/api/v1/staff/overdue-letters");
    }

    /** Whether they may press for an overdue case. */
    boolean mayPress() {
        return may("POST", CASES + "/overdue-letter");
    }

    public boolean isSeesMailings() {
        return may("GET", "/api/v1/staff/mailings");
    }

    /** Whether they may write mailings, and stop them. */
    public boolean isMayWriteMailings() {
        return may("POST", "/api/v1/staff/mailings");
    }

    /** Whether they may approve what somebody else wrote. */
    public boolean isMayApproveMailings() {
        return may("POST", "/api/v1/staff/mailings/any/approval");
    }

    public boolean isSeesCalendar() {
        return may("GET", "/api/v1/staff/calendar");
    }

    /** Whether they may add days off and take them back. */
    public boolean isMayChangeCalendar() {
        return may("POST", "/api/v1/staff/calendar/overrides");
    }

    public boolean isSeesPolicy() {
        return may("GET", "/api/v1/staff/policy");
    }

    /** Whether they may draft, compare and activate the office's policy. */
    public boolean isMayChangePolicy() {
        return may("PUT", "/api/v1/staff/policy/draft");
    }

    public boolean isSeesTemplates() {
        return may("GET", "/api/v1/staff/templates");
    }

    /** Whether they may draft what residents are told, and approve another's draft. */
    public boolean isMayChangeTemplates() {
        return may("PUT", "/api/v1/staff/templates/received/ko/sms/draft");
    }

    /** Whether they may open a case; operators see its texts only. */
    public boolean isSeesCases() {
        return may("GET", CASES);
    }

    /** Whether they may decide about texts in doubt. */
    public boolean isMayDecideMessages() {
        return may("POST", "/api/v1/staff/messages/decision");
    }

    /** Whether there is anything that they are reminded of. */
    public boolean isSeesNotices() {
        return may("GET", "/api/v1/staff/notices");
    }

    /** Whether they see the texts that somebody has to look at. */
    public boolean isSeesReplies() {
        return may("GET", "/api/v1/staff/replies");
    }

    /** Whether they may say what becomes of them. */
    public boolean isMayHandleReplies() {
        return may("POST", "/api/v1/staff/replies/{id}/done");
    }

    /** Whether they see how many texts were sent and what that cost. */
    public boolean isSeesMessageFigures() {
        return may("GET", "/api/v1/staff/messages/summary");
    }

    /** Whether they may look for the texts of a phone. */
    public boolean isSearchesMessages() {
        return may("POST", "/api/v1/staff/messages/search");
    }

    /** Whether they see who has looked. */
    public boolean isSeesMessageSearches() {
        return may("GET", "/api/v1/staff/messages/searches");
    }

    /** Whether they may look for cases by their words. */
    public boolean isSearchesCases() {
        return may("GET", "/api/v1/staff/search");
    }

    boolean mayClaim() {
        return may("POST", CASES + "/claim");
    }

    /** Whether they may give a case to an officer of their department. */
    boolean mayGive() {
        return caller.role() == Role.LEAD && may("POST", CASES + "/assign");
    }

    /** Whether they say for the whole office whose a case is; a department hands over only its own, with a reason. */
    boolean mayPlace() {
        return caller.role().seesWholeOffice() && may("POST", CASES + "/assign");
    }

    boolean mayAccept() {
        return may("POST", CASES + "/accept");
    }

    boolean mayMerge() {
        return may("POST", CASES + "/merge");
    }

    /** Whether they may look for what one person brought before. */
    boolean mayRelate() {
        return may("GET", CASES + "/related");
    }

    boolean mayTransfer() {
        return may("POST", CASES + "/transfer");
    }

    boolean mayNote() {
        return may("POST", CASES + "/note");
    }

    boolean mayAnswer() {
        return may("POST", CASES + "/answer");
    }

    /** Whether they may approve what somebody else drafted. */
    public boolean isApproving() {
        return may("POST", CASES + "/approval");
    }

    /** Auditors see that others looked; they do not look themselves. */
    boolean mayReveal() {
        return caller.role() != Role.AUDITOR;
    }

    private boolean may(String method, String path) {
        return table.decide(method, path, caller.role()) == AccessTable.Verdict.ALLOWED;
    }
}
