package kr.minwon.complaint.complaint.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import kr.minwon.complaint.complaint.Categories;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintStatus;
import kr.minwon.complaint.complaint.Complaints;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.OpenQuery;
import kr.minwon.complaint.complaint.ReceiptNumber;
import kr.minwon.complaint.complaint.Reporters;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What everyone may read: complaints that are filed as public, which their residents said on the web pages and Open311's
 * clients need not say. One that is not public, or was withdrawn, and one that is not there are the same answer.
 */
@RestController
class PublicController {
    private final Complaints complaints;
    private final Reporters reporters;
    private final Categories categories;
    private final Clock clock;

    PublicController(Complaints complaints, Reporters reporters, Categories categories, Clock clock) {
        this.complaints = complaints;
        this.reporters = reporters;
        this.categories = categories;
        this.clock = clock;
    }

    /** Those with the numbers, whatever else is asked for; else a page of at most 90 days and the first 1,000. */
    @GetMapping("/api/v1/public/complaints")
    PublicResponse.Page list(
            Caller caller,
            @RequestParam(required = false) @Nullable List<String> receiptNumber,
            @RequestParam(required = false) @Nullable List<String> category,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String open,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit) {
        if (receiptNumber != null && !receiptNumber.isEmpty()) {
            return page(numbered(caller, receiptNumber));
        }
        OpenQuery query = new PublicQueries(categories, clock)
                .of(caller.officeId(), category == null ? List.of() : category, from, until, open, offset, limit);
        return page(complaints.openToAll(query));
    }

    @GetMapping("/api/v1/public/complaints/{receiptNumber}")
    PublicResponse one(Caller caller, @PathVariable String receiptNumber) {
        return ReceiptNumber.parse(receiptNumber)
                .flatMap(complaints::find)
                .filter(complaint -> isOpenTo(caller, complaint))
                .map(complaint -> PublicResponse.of(complaint, reporters, categories))
                .orElseThrow(() -> new ProblemException(ComplaintProblems.NO_PUBLIC_COMPLAINT));
    }

    private List<Complaint> numbered(Caller caller, List<String> typed) {
        FieldErrors errors = new FieldErrors();
        FieldChecks.numbers(errors, List.copyOf(typed), "receiptNumber", Limits.OPEN_ROWS);
        errors.throwIfAny();
        List<ReceiptNumber> numbers = typed.stream()
                .flatMap(number -> ReceiptNumber.parse(number).stream())
                .distinct()
                .toList();
        return complaints.findAll(numbers).stream()
                .filter(complaint -> isOpenTo(caller, complaint))
                .sorted(Comparator.comparing(
                                (Complaint complaint) -> complaint.filing().submittedAt())
                        .thenComparing(complaint -> complaint.id().value())
                        .reversed())
                .toList();
    }

    private static boolean isOpenTo(Caller caller, Complaint complaint) {
        return complaint.filing().isPublic()
                && complaint.status() != ComplaintStatus.WITHDRAWN
                && complaint.filing().officeId().equals(caller.officeId());
    }

    private PublicResponse.Page page(List<Complaint> found) {
        return new PublicResponse.Page(found.stream()
                .map(complaint -> PublicResponse.of(complaint, reporters, categories))
                .toList());
    }
}
