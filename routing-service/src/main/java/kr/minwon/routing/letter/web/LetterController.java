package kr.minwon.routing.letter.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.letter.LetterDesk;
import kr.minwon.routing.letter.OverdueLetter;
import kr.minwon.routing.letter.OverdueLetters;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Letters that press for overdue cases, and their register (독촉장, 민원처리법 시행령 제28조). */
@RestController
@RequestMapping("/api/v1/staff")
class LetterController {
    static final ProblemType COMPLAINT_NOT_FOUND = new ProblemType("complaint-not-found", 404);
    static final ProblemType LETTER_NOT_FOUND = new ProblemType("overdue-letter-not-found", 404);
    static final ProblemType NOT_OVERDUE = new ProblemType("not-overdue", 409);
    private static final int PAGE = 100;
    private static final int LONGEST = 1_000;
    private static final String USUAL = "처리기한이 지났으니 빠른 시일 안에 처리하고 그 결과를 알려 주시기 바랍니다.";

    private final LetterDesk desk;
    private final OverdueLetters letters;
    private final Clock clock;

    LetterController(LetterDesk desk, OverdueLetters letters, Clock clock) {
        this.desk = desk;
        this.letters = letters;
        this.clock = clock;
    }

    /** @param text what is asked of the department; a usual sentence when it is not said */
    record LetterRequest(@Nullable String text) {}

    record LetterResponse(
            String number,
            String receiptNumber,
            String title,
            String departmentId,
            String departmentName,
            String dueAt,
            int workingDaysLate,
            String issuedAt,
            Officer by,
            String text) {
        static LetterResponse of(OverdueLetter letter) {
            return new LetterResponse(
                    letter.number(),
                    letter.receiptNumber(),
                    letter.title(),
                    letter.departmentId(),
                    letter.departmentName(),
                    SeoulTime.iso(letter.dueAt()),
                    letter.workingDaysLate(),
                    SeoulTime.iso(letter.issuedAt()),
                    letter.by(),
                    letter.text());
        }
    }

    /** @param next the cursor of the next page; null on the last */
    record LettersResponse(
            int year, List<LetterResponse> items, @Nullable String next) {}

    @PostMapping("/complaints/{receiptNumber}/overdue-letter")
    LetterResponse issue(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestBody(required = false) @Nullable LetterRequest request) {
        String typed =
                request == null || request.text() == null ? "" : request.text().strip();
        FieldErrors errors = new FieldErrors();
        if (typed.codePointCount(0, typed.length()) > LONGEST) {
            errors.add("text", "too-long", LONGEST);
        } else if (typed.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            errors.add("text", "plain-text");
        }
        errors.throwIfAny();
        String name = caller.name().isBlank() ? caller.id() : caller.name();
        String digits = receiptNumber.replaceAll("[\\s-]", "");
        String number = digits.matches("[0-9]{12}")
                ? digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8)
                : receiptNumber;
        return switch (desk.issue(
                caller.officeId(), number, typed.isEmpty() ? USUAL : typed, new Officer(caller.id(), name))) {
            case LetterDesk.Result.Issued issued -> LetterResponse.of(issued.letter());
            case LetterDesk.Result.UnknownCase unknown -> throw new ProblemException(COMPLAINT_NOT_FOUND);
            case LetterDesk.Result.NotOverdue not -> throw new ProblemException(NOT_OVERDUE);
        };
    }

    @GetMapping("/overdue-letters")
    LettersResponse ofYear(
            Caller caller,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String departmentId,
            @RequestParam(required = false) @Nullable String cursor) {
        FieldErrors errors = new FieldErrors();
        String department = department(caller, departmentId, errors);
        int asked = year == null
                ? SeoulTime.local(clock.instant()).getYear()
                : Optional.of(year)
                        .filter(text -> text.matches("20[0-9]{2}"))
                        .map(Integer::parseInt)
                        .orElse(0);
        if (asked == 0) {
            errors.add("year", "letter-year");
        }
        if (cursor != null && !cursor.matches("[0-9]{4}-[0-9]{6,9}")) {
            errors.add("cursor", "queue-cursor");
        }
        errors.throwIfAny();
        List<OverdueLetter> found = letters.ofYear(caller.officeId(), department, asked, cursor, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<OverdueLetter> page = more ? found.subList(0, PAGE) : found;
        return new LettersResponse(
                asked,
                page.stream().map(LetterResponse::of).toList(),
                more ? page.getLast().number() : null);
    }

    @GetMapping("/overdue-letters/{number}")
    LetterResponse letter(Caller caller, @PathVariable String number) {
        OverdueLetter letter =
                letters.find(caller.officeId(), number).orElseThrow(() -> new ProblemException(LETTER_NOT_FOUND));
        if (!caller.mayAct(letter.departmentId())) {
            throw new ProblemException(ProblemType.OTHER_DEPARTMENT);
        }
        return LetterResponse.of(letter);
    }

    /** To which department: the one asked for, else the caller's own; null for the whole office. */
    private static @Nullable String department(Caller caller, @Nullable String asked, FieldErrors errors) {
        if (asked != null && !asked.isEmpty()) {
            if (!caller.mayAct(asked)) {
                throw new ProblemException(ProblemType.OTHER_DEPARTMENT);
            }
            return asked;
        }
        if (caller.role().seesWholeOffice()) {
            return null;
        }
        if (caller.departments().isEmpty()) {
            throw new ProblemException(ProblemType.OTHER_DEPARTMENT);
        }
        if (caller.departments().size() > 1) {
            errors.add("departmentId", "which-department");
        }
        return caller.departments().iterator().next();
    }
}
