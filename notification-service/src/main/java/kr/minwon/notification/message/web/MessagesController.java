package kr.minwon.notification.message.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff see of messages: those of a case, and those in doubt. */
@RestController
class MessagesController {
    private static final ProblemType OF_WHAT = new ProblemType("messages-of-what", 400);
    private static final ProblemType NO_PAGE = new ProblemType("no-such-list-page", 400);
    private static final int MOST = 100;
    /** Pages that are read for one that is shown, when most messages are other departments'. */
    private static final int MOST_READ = 20;

    private final Messages messages;
    private final Cases cases;
    private final Showing showing;

    MessagesController(Messages messages, Cases cases, Showing showing) {
        this.messages = messages;
        this.cases = cases;
        this.showing = showing;
    }

    /** @param next cursor of the next page; null at the end */
    record PageResponse(
            List<MessageResponse> items, @Nullable String next) {}

    @GetMapping(path = "/api/v1/staff/messages", produces = "application/json")
    PageResponse list(
            Caller caller,
            @RequestParam(required = false) @Nullable String receiptNumber,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (receiptNumber != null && state == null) {
            return new PageResponse(ofCase(caller, ReceiptNumbers.canonical(receiptNumber)), null);
        }
        if (receiptNumber != null || !MessageState.UNKNOWN.wireName().equals(state)) {
            throw new ProblemException(OF_WHAT);
        }
        if (limit < 1 || limit > MOST || (cursor != null && !cursor.startsWith(caller.officeId() + "/"))) {
            throw new ProblemException(NO_PAGE, MOST);
        }
        return unknown(caller, cursor, limit);
    }

    /** Empty for a number that is not known here, or not yet. */
    private List<MessageResponse> ofCase(Caller caller, String receiptNumber) {
        Optional<CaseRecord> found = cases.ofReceiptNumber(receiptNumber)
                .filter(one -> one.about().officeId().equals(caller.officeId()));
        if (found.isEmpty()) {
            return List.of();
        }
        if (!Sight.maySee(caller, found.get())) {
            throw new ProblemException(ProblemType.OTHER_DEPARTMENT);
        }
        return showing.all(messages.findAll(found.get().messageIds()).stream()
                .sorted(Comparator.comparing(Message::queuedAt).thenComparing(Message::id))
                .toList());
    }

    private PageResponse unknown(Caller caller, @Nullable String cursor, int limit) {
        List<Message> shown = new ArrayList<>();
        String next = cursor;
        for (int read = 0; read < MOST_READ; read++) {
            Messages.Page page = messages.unknown(caller.officeId(), next, limit - shown.size());
            Map<String, CaseRecord> about = cases.all(
                    page.items().stream().flatMap(Sight::casesOf).distinct().toList());
            page.items().stream()
                    .filter(message -> Sight.maySee(caller, message, about))
                    .forEach(shown::add);
            next = page.next();
            if (next == null || shown.size() == limit) {
                break;
            }
        }
        return new PageResponse(showing.all(shown), next);
    }
}
