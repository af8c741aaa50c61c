package kr.minwon.complaint.complaint.web;

import java.util.List;
import java.util.Locale;
import kr.minwon.complaint.complaint.CaseIndex.Scope;
import kr.minwon.complaint.complaint.CaseSearch;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintId;
import kr.minwon.complaint.complaint.Department;
import kr.minwon.complaint.complaint.Excerpt;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.SearchQuery;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemTexts;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases by their words or their number: those of the office, or of the caller's departments. */
@RestController
class SearchController {
    private final CaseSearch search;
    private final ProblemTexts texts;

    SearchController(CaseSearch search, ProblemTexts texts) {
        this.search = search;
        this.texts = texts;
    }

    /** A stretch of a text where a word stands, in UTF-16 units; {@code to} is behind its last. */
    record HitPart(int from, int to) {
        static List<HitPart> of(Excerpt excerpt) {
            return excerpt.hits().stream()
                    .map(hit -> new HitPart(hit.from(), hit.to()))
                    .toList();
        }
    }

    /**
     * A case.
     *
     * @param departmentId null while it is not known
     * @param excerpt plain text around the first hit, or the beginning
     */
    record FoundResponse(
            String receiptNumber,
            String title,
            String category,
            @Nullable String departmentId,
            String status,
            String submittedAt,
            String excerpt,
            List<HitPart> titleHits,
            List<HitPart> excerptHits) {
        static FoundResponse of(CaseSearch.Found found) {
            Complaint complaint = found.complaint();
            Department department = complaint.progress().department();
            return new FoundResponse(
                    complaint.filing().receiptNumber().value(),
                    found.title().text(),
                    complaint.filing().category(),
                    department == null ? null : department.id(),
                    complaint.status().wireName(),
                    SeoulTime.iso(complaint.filing().submittedAt()),
                    found.excerpt().text(),
                    HitPart.of(found.title()),
                    HitPart.of(found.excerpt()));
        }
    }

    /** Why nothing was looked for, and where that is done; {@code code} is stable. */
    record HintPart(String code, String text) {}

    /**
     * The latest first.
     *
     * @param byNumber whether a receipt number was asked for
     * @param next the cursor of the next page; null at the end. A page may hold fewer cases, even none, and have one
     * @param hint null when it was looked for
     */
    record SearchResponse(
            List<FoundResponse> items,
            boolean byNumber,
            @Nullable String next,
            @Nullable HintPart hint) {
        static SearchResponse of(CaseSearch.Page page, boolean byNumber) {
            ComplaintId next = page.next();
            return new SearchResponse(
                    page.items().stream().map(FoundResponse::of).toList(),
                    byNumber,
                    next == null ? null : next.value(),
                    null);
        }

        SearchResponse with(HintPart why) {
            return new SearchResponse(items, byNumber, next, why);
        }
    }

    @GetMapping("/api/v1/staff/search")
    ResponseEntity<SearchResponse> search(
            Caller caller,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        FieldErrors errors = new FieldErrors();
        String typed = new FieldChecks(errors).line("q", q, Limits.QUERY);
        ComplaintId before = cursor == null ? null : ComplaintId.parse(cursor).orElse(null);
        if (cursor != null && before == null) {
            errors.add("cursor", "cursor");
        }
        errors.throwIfAny();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(found(search.understood(typed), caller, before, locale));
    }

    private SearchResponse found(SearchQuery query, Caller caller, @Nullable ComplaintId before, Locale locale) {
        FieldErrors errors = new FieldErrors();
        Officer reader = StaffController.officer(caller);
        Scope scope = new Scope(caller.officeId(), caller.role().seesWholeOffice() ? null : caller.departments());
        return switch (query) {
            case SearchQuery.ByNumber number -> SearchResponse.of(search.find(number, scope, reader), true);
            case SearchQuery.ByWords words -> SearchResponse.of(search.find(words, scope, before, reader), false);
            case SearchQuery.OfAPerson person ->
                SearchResponse.of(search.find(person, reader), false)
                        .with(new HintPart("personal-number", texts.text("search.personal-number", locale)));
            case SearchQuery.NoWord none -> refused(errors.add("q", "no-word"));
            case SearchQuery.MistypedNumber wrong -> refused(errors.add("q", "receipt-number-mistyped"));
        };
    }

    private static SearchResponse refused(FieldErrors errors) {
        errors.throwIfAny();
        throw new IllegalStateException("an error was noted");
    }
}
