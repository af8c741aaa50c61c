package kr.minwon.gateway.pages.staff;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.NotificationApi;
import kr.minwon.gateway.clients.PublicCase;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.clients.StaffCase;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** How what is being written would go out: in the text of its step, with the values of its case. */
@Controller
class PreviewPages {
    private static final int LONGEST = 10_000;
    private static final String NEWS = "mailing";
    private static final String EXTENSION = "extension";

    private final ComplaintApi complaints;
    private final NotificationApi notification;

    PreviewPages(ComplaintApi complaints, NotificationApi notification) {
        this.complaints = complaints;
        this.notification = notification;
    }

    /**
     * What is being written.
     *
     * @param step as the page calls it; empty for the words alone
     * @param number of the case
     * @param agency whom the case is sent to
     */
    record Typed(
            @Nullable String text,
            @Nullable String subject,
            @Nullable String step,
            @Nullable String number,
            @Nullable String agency,
            @Nullable String advertising) {
        boolean isTooMuch() {
            return said(text).length() > LONGEST
                    || said(subject).length() > LONGEST
                    || said(agency).length() > LONGEST;
        }
    }

    /** In a sentence; empty when nobody can tell now. */
    @PostMapping(path = "/staff/messages/preview", produces = "text/plain;charset=UTF-8")
    @ResponseBody
    String preview(Typed typed, @ModelAttribute("words") Words words, @ModelAttribute("me") Colleague me) {
        if (said(typed.text()).isBlank() || typed.isTooMuch()) {
            return "";
        }
        try {
            return new PreviewWords(words).of(notification.preview(request(typed, me)));
        } catch (ServiceProblem | ProblemException away) {
            return "";
        }
    }

    private NotificationApi.PreviewRequest request(Typed typed, Colleague me) {
        String text = said(typed.text());
        String subject =
                said(typed.subject()).isBlank() ? null : said(typed.subject()).strip();
        String step = said(typed.step());
        if (step.equals(NEWS)) {
            boolean advertising = "true".equals(typed.advertising());
            return new NotificationApi.PreviewRequest(text, subject, NEWS, null, null, advertising);
        }
        String said = ProcedureStep.TEXTED.get(step);
        if (said == null) {
            return new NotificationApi.PreviewRequest(text, subject);
        }
        StaffCase complaint = complaints.staffCase(said(typed.number()), null);
        return new NotificationApi.PreviewRequest(
                text,
                null,
                step.equals(EXTENSION) && isExtended(complaint) ? "consent" : said,
                complaint.receiptNumber(),
                values(complaint, typed, me),
                null);
    }

    /** A further extension asks for consent (민원처리법 시행령 제21조 제2항). */
    private static boolean isExtended(StaffCase complaint) {
        return complaint.timeline() != null
                && complaint.timeline().stream().anyMatch(entry -> "extended".equals(entry.step()));
    }

    private static Map<String, String> values(StaffCase complaint, Typed typed, Colleague me) {
        Map<String, String> values = new HashMap<>();
        values.put("officer", me.caller().name());
        PublicCase.Department department = complaint.department();
        if (department != null && department.name() != null) {
            values.put("department", department.name());
        }
        if (department != null && department.contact() != null) {
            values.put("contact", department.contact());
        }
        if (!said(typed.agency()).isBlank()) {
            values.put("agency", said(typed.agency()));
        }
        return values;
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
