package kr.minwon.notification.message.web;

import java.util.List;
import java.util.regex.Pattern;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.MobileNumber;
import kr.minwon.notification.message.SeoulTime;
import kr.minwon.notification.search.Search;
import kr.minwon.notification.search.SearchLog;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts of a phone: asked for with a reason, which is written down before anything is shown. */
@RestController
class SearchController {
    private static final ProblemType NO_PAGE = new ProblemType("no-such-list-page", 400);
    private static final Logger audit = LoggerFactory.getLogger("kr.minwon.audit");
    private static final Pattern CURSOR = Pattern.compile("[0-9TZ:.-]{20,30}/[!-~]{1,200}");
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 200;
    private static final int SHOWN = 50;
    private static final int MOST = 100;

    private final Messages messages;
    private final SearchLog log;
    private final Showing showing;

    SearchController(Messages messages, SearchLog log, Showing showing) {
        this.messages = messages;
        this.log = log;
        this.showing = showing;
    }

    /**
     * @param phone a mobile number, with or without separators
     * @param reason why its texts have to be seen
     * @param cursor of a further page, which is a search of its own
     */
    record SearchRequest(
            @Nullable String phone,
            @Nullable String reason,
            @Nullable String cursor) {
        String digits() {
            return MobileNumber.typed(phone).orElse("");
        }

        String why() {
            return reason == null ? "" : reason.replaceAll("\\p{Cc}+", " ").strip();
        }

        void check() {
            FieldErrors errors = new FieldErrors();
            if (digits().isEmpty()) {
                errors.add("phone", "phone-not-mobile");
            }
            if (why().length() < SHORTEST_REASON || why().length() > LONGEST_REASON) {
                errors.add("reason", "no-search-reason", SHORTEST_REASON, LONGEST_REASON);
            }
            errors.throwIfAny();
            if (cursor != null && !CURSOR.matcher(cursor).matches()) {
                throw new ProblemException(NO_PAGE, MOST);
            }
        }
    }

    /**
     * @param searchNumber under which the search is written down
     * @param next cursor of the next page; null at the end
     */
    record SearchResponse(
            long searchNumber,
            List<MessageResponse> items,
            @Nullable String next) {}

    @PostMapping(path = "/api/v1/staff/messages/search", consumes = "application/json", produces = "application/json")
    ResponseEntity<SearchResponse> search(Caller caller, @RequestBody SearchRequest request) {
        request.check();
        Search written = log.write(
                new SearchLog.Searcher(
                        caller.officeId(),
                        caller.id(),
                        caller.name(),
                        caller.role().wireName()),
                request.digits(),
                request.why());
        audit.atInfo()
                .addKeyValue("who", caller.id())
                .addKeyValue("search", written.number())
                .addKeyValue("seal", written.seal())
                .log("texts of a phone were looked for");
        Messages.Page page = messages.ofPhone(caller.officeId(), request.digits(), request.cursor(), SHOWN);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SearchResponse(written.number(), showing.all(page.items()), page.next()));
    }

    /**
     * @param whose the beginning of the phone owner's HMAC: the same for the same phone
     * @param intact false when it was changed since, or one before it is missing
     */
    record LinkPart(
            long number,
            String at,
            String by,
            String byName,
            String role,
            String whose,
            String reason,
            boolean intact) {
        private static final int MARK = 11;

        static LinkPart of(SearchLog.Link link) {
            Search search = link.search();
            return new LinkPart(
                    search.number(),
                    SeoulTime.seconds(search.at()),
                    search.by(),
                    search.byName(),
                    search.role(),
                    search.whose().substring(0, Math.min(MARK, search.whose().length())),
                    search.reason(),
                    link.intact());
        }
    }

    /** @param next cursor of the next page; null at the end */
    record LogResponse(List<LinkPart> items, @Nullable String next) {}

    @GetMapping(path = "/api/v1/staff/messages/searches", produces = "application/json")
    LogResponse searches(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST || (cursor != null && !cursor.matches("[0-9]{1,13}"))) {
            throw new ProblemException(NO_PAGE, MOST);
        }
        SearchLog.Page page =
                log.page(caller.officeId(), cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor), limit);
        return new LogResponse(
                page.items().stream().map(LinkPart::of).toList(),
                page.next() == null ? null : String.valueOf(page.next()));
    }
}
