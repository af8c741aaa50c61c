package kr.minwon.notification.reply.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.reply.HandleReplies;
import kr.minwon.notification.reply.HandleReplies.By;
import kr.minwon.notification.reply.HandleReplies.Outcome;
import kr.minwon.notification.reply.ReceivedTexts;
import kr.minwon.notification.reply.Reply.Handling;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts that the office has to look at, and those of a case. */
@RestController
class RepliesController {
    private static final ProblemType NO_PAGE = new ProblemType("no-such-list-page", 400);
    private static final ProblemType OF_WHAT = new ProblemType("replies-of-what", 400);
    private static final ProblemType NO_RECEIPT_NUMBER = new ProblemType("no-receipt-number", 400);
    private static final ProblemType NOT_FOUND = new ProblemType("reply-not-found", 404);
    private static final ProblemType HANDLED = new ProblemType("reply-handled", 409);
    private static final ProblemType NO_MOBILE = new ProblemType("reply-not-mobile", 409);
    private static final Logger audit = LoggerFactory.getLogger("kr.minwon.audit");
    private static final Pattern RECEIPT_NUMBER = Pattern.compile("\\d{12}");
    private static final int MOST = 100;
    private static final int MOST_OF_A_CASE = 200;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_NOTE = 500;

    private final ReceivedTexts texts;
    private final HandleReplies handle;
    private final Cases cases;

    RepliesController(ReceivedTexts texts, HandleReplies handle, Cases cases) {
        this.texts = texts;
        this.handle = handle;
        this.cases = cases;
    }

    /** @param next cursor of the next page; null at the end */
    record PageResponse(List<ReplyResponse> items, @Nullable String next) {}

    @GetMapping(path = "/api/v1/staff/replies", produces = "application/json")
    PageResponse open(
            Caller caller,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        boolean automatic = state.equals("automatic");
        if (!automatic && !state.equals("open")) {
            throw new ProblemException(OF_WHAT);
        }
        if (limit < 1 || limit > MOST || (cursor != null && !cursor.startsWith(caller.officeId() + "/"))) {
            throw new ProblemException(NO_PAGE, MOST);
        }
        ReceivedTexts.Page page = automatic
                ? texts.automatic(caller.officeId(), cursor, limit)
                : texts.open(caller.officeId(), cursor, limit);
        return new PageResponse(page.items().stream().map(ReplyResponse::of).toList(), page.next());
    }

    /** Empty for a number that is not known here, or not yet. */
    @GetMapping(path = "/api/v1/staff/complaints/{receiptNumber}/replies", produces = "application/json")
    PageResponse ofCase(Caller caller, @PathVariable String receiptNumber) {
        Optional<CaseRecord> found = cases.ofReceiptNumber(canonical(receiptNumber))
                .filter(one -> one.about().officeId().equals(caller.officeId()));
        if (found.isEmpty()) {
            return new PageResponse(List.of(), null);
        }
        if (!caller.role().seesWholeOffice() && !found.get().isSeenFrom(caller::mayAct)) {
            throw new ProblemException(ProblemType.OTHER_DEPARTMENT);
        }
        return new PageResponse(
                texts.ofCase(found.get().about().complaintId(), MOST_OF_A_CASE).stream()
                        .map(ReplyResponse::of)
                        .toList(),
                null);
    }

    /** @param receiptNumber of the case that gets it */
    record AttachRequest(@Nullable String receiptNumber) {}

    @PostMapping(path = "/api/v1/staff/replies/{id}/note", consumes = "application/json", produces = "application/json")
    ReplyResponse attach(Caller caller, @PathVariable String id, @RequestBody AttachRequest request) {
        if (request.receiptNumber() == null || request.receiptNumber().isBlank()) {
            throw refused("receiptNumber", "required");
        }
        return done(caller, id, handle.attach(id, canonical(request.receiptNumber()), by(caller)));
    }

    /** @param title what the complaint is called; its first sentence when nothing is said */
    record FileRequest(@Nullable String title) {}

    @PostMapping(
            path = "/api/v1/staff/replies/{id}/complaint",
            consumes = "application/json",
            produces = "application/json")
    ReplyResponse file(Caller caller, @PathVariable String id, @RequestBody FileRequest request) {
        return done(caller, id, handle.file(id, line("title", request.title(), LONGEST_TITLE), by(caller)));
    }

    /** @param reason why nothing more is done with it */
    record DoneRequest(@Nullable String reason) {}

    @PostMapping(path = "/api/v1/staff/replies/{id}/done", consumes = "application/json", produces = "application/json")
    ReplyResponse close(Caller caller, @PathVariable String id, @RequestBody DoneRequest request) {
        String reason = line("reason", request.reason(), LONGEST_NOTE);
        if (reason == null) {
            throw refused("reason", "required");
        }
        return done(caller, id, handle.close(id, reason, by(caller)));
    }

    private static By by(Caller caller) {
        return new By(caller.officeId(), caller.id(), caller.name());
    }

    private static ReplyResponse done(Caller caller, String id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> {
                Handling handling = done.reply().handling();
                audit.atInfo()
                        .addKeyValue("who", caller.id())
                        .addKeyValue("reply", id)
                        .log(
                                "an inbound text: {}",
                                handling == null ? "" : handling.what().wireName());
                yield ReplyResponse.of(done.reply());
            }
            case Outcome.NotFound none -> throw new ProblemException(NOT_FOUND);
            case Outcome.Handled before -> throw handled(before.handling());
            case Outcome.NoSuchCase none -> throw refused("receiptNumber", "no-such-case");
            case Outcome.NoMobile none -> throw new ProblemException(NO_MOBILE);
        };
    }

    private static ProblemException handled(@Nullable Handling handling) {
        return handling == null
                ? new ProblemException(HANDLED)
                : new ProblemException(HANDLED)
                        .with("by", handling.byName())
                        .with("what", handling.what().wireName());
    }

    /** One line of plain characters; null when nothing is said. */
    private static @Nullable String line(String field, @Nullable String typed, int most) {
        String line = typed == null ? "" : typed.strip();
        if (line.isEmpty()) {
            return null;
        }
        if (line.codePointCount(0, line.length()) > most) {
            throw refused(field, "too-long-line", most);
        }
        if (line.codePoints()
                .anyMatch(point -> Character.isISOControl(point)
                        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE))) {
            throw refused(field, "broken-line");
        }
        return line;
    }

    private static String canonical(String receiptNumber) {
        String digits = receiptNumber.replaceAll("[\\s-]", "");
        if (!RECEIPT_NUMBER.matcher(digits).matches()) {
            throw new ProblemException(NO_RECEIPT_NUMBER);
        }
        return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
    }

    private static IllegalStateException refused(String field, String code, Object... arguments) {
        new FieldErrors().add(field, code, arguments).throwIfAny();
        return new IllegalStateException("something was wrong");
    }
}
