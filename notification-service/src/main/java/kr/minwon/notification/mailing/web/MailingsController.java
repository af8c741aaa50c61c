package kr.minwon.notification.mailing.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.minwon.idempotency.IdempotencyKeys;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.notification.mailing.Mailing;
import kr.minwon.notification.mailing.MailingFigures;
import kr.minwon.notification.mailing.Mailings;
import kr.minwon.notification.mailing.Move;
import kr.minwon.notification.mailing.Timing;
import kr.minwon.notification.mailing.Wording;
import kr.minwon.notification.mailing.WriteMailing;
import kr.minwon.notification.mailing.WriteMailing.Hand;
import kr.minwon.notification.mailing.WriteMailing.Outcome;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.MobileNumber;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.Progress;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.SeoulTime;
import kr.minwon.notification.subscription.Topics;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mailings for staff: written, approved by a second person, watched, paused and called off. */
@RestController
@RequestMapping(path = "/api/v1/staff/mailings", produces = "application/json")
class MailingsController {
    private static final ProblemType NOT_FOUND = new ProblemType("mailing-not-found", 404);
    private static final ProblemType ELSEWHERE = new ProblemType("mailing-elsewhere", 409);
    private static final ProblemType WRITTEN_SINCE = new ProblemType("mailing-written-since", 409);
    private static final ProblemType OWN = new ProblemType("mailing-own", 403);
    private static final ProblemType OTHER_DEPARTMENT = new ProblemType("mailing-other-department", 403);
    private static final ProblemType NO_FREE_NUMBER = new ProblemType("mailing-no-free-number", 409);
    private static final ProblemType TIME_PAST = new ProblemType("mailing-time-past", 409);
    private static final ProblemType NOT_COUNTED = new ProblemType("reach-not-counted", 409);
    private static final ProblemType MOVED_OFTEN = new ProblemType("mailing-moved-often", 409);
    private static final ProblemType NO_PAGE = new ProblemType("no-such-list-page", 400);

    private static final Logger audit = LoggerFactory.getLogger("kr.minwon.audit");
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(2);
    private static final int LONGEST_NOTE = 200;
    private static final int MOST_LISTED = 100;
    private static final int MOST_RECIPIENTS = 1_000;

    private final WriteMailing write;
    private final Mailings mailings;
    private final MailingFigures figures;
    private final Topics topics;
    private final Timing timing;
    private final Wording wording;
    private final Messages messages;
    private final RecipientCursors cursors;
    private final OpenPhone openPhone;
    private final Clock clock;

    MailingsController(
            WriteMailing write,
            Mailings mailings,
            MailingFigures figures,
            Topics topics,
            Timing timing,
            Wording wording,
            Messages messages,
            FieldSealer sealer,
            OpenPhone openPhone,
            Clock clock) {
        this.write = write;
        this.mailings = mailings;
        this.figures = figures;
        this.topics = topics;
        this.timing = timing;
        this.wording = wording;
        this.messages = messages;
        this.cursors = new RecipientCursors(sealer);
        this.openPhone = openPhone;
        this.clock = clock;
    }

    /** @param next where the next page begins; null at the end */
    record PageResponse(
            List<MailingResponse> items, @Nullable String next) {}

    /**
     * @param revision the one that was looked at
     * @param note why, for those who read the log
     */
    record MoveRequest(@Nullable Integer revision, @Nullable String note) {}

    record RecipientsResponse(
            List<RecipientPart> items, @Nullable String next) {}

    /** @param to masked */
    record RecipientPart(
            String to,
            String state,
            @Nullable String provider,
            @Nullable String sentAt,
            @Nullable String endedAt,
            @Nullable String cause,
            @Nullable String reason) {}

    @GetMapping
    PageResponse list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        String from = owned(cursor, caller.officeId() + "/");
        check(limit, MOST_LISTED);
        Mailings.Page page = mailings.page(caller.officeId(), from, limit);
        Map<String, MailingFigures.Figures> known = figures.of(page.items());
        return new PageResponse(
                page.items().stream()
                        .map(one -> MailingResponse.of(
                                one, Objects.requireNonNull(known.get(one.id())), timing, hand(caller)))
                        .toList(),
                page.next());
    }

    @GetMapping("/{id}")
    MailingResponse show(Caller caller, @PathVariable String id) {
        return response(caller, found(caller, id));
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<MailingResponse> write(
            Caller caller,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody LetterRequest request) {
        RequestMark mark = IdempotencyKeys.mark(caller, "mailings", key, request.said());
        // Before it is read: by now its time may have passed, or its topic be gone.
        Outcome outcome = write.repeated(mark)
                .orElseGet(() -> write.write(
                        caller.officeId(),
                        request.letter(caller.officeId(), topics, wording, clock.instant()),
                        hand(caller),
                        mark));
        return ResponseEntity.status(HttpStatus.CREATED).body(answer(caller, outcome, "written"));
    }

    @PutMapping(path = "/{id}", consumes = "application/json")
    MailingResponse rewrite(Caller caller, @PathVariable String id, @RequestBody LetterRequest request) {
        return answer(
                caller,
                write.rewrite(
                        caller.officeId(),
                        id,
                        Objects.requireNonNullElse(request.revision(), 0),
                        request.letter(caller.officeId(), topics, wording, clock.instant()),
                        hand(caller)),
                "written");
    }

    @PostMapping(path = "/{id}/submission", consumes = "application/json")
    MailingResponse submit(Caller caller, @PathVariable String id, @RequestBody MoveRequest request) {
        return move(caller, id, Move.SUBMIT, request);
    }

    @PostMapping(path = "/{id}/return", consumes = "application/json")
    MailingResponse giveBack(Caller caller, @PathVariable String id, @RequestBody MoveRequest request) {
        return move(caller, id, Move.RETURN, request);
    }

    @PostMapping(path = "/{id}/approval", consumes = "application/json")
    MailingResponse approve(Caller caller, @PathVariable String id, @RequestBody MoveRequest request) {
        return move(caller, id, Move.APPROVE, request);
    }

    @PostMapping(path = "/{id}/pause", consumes = "application/json")
    MailingResponse pause(Caller caller, @PathVariable String id, @RequestBody MoveRequest request) {
        return move(caller, id, Move.PAUSE, request);
    }

    @PostMapping(path = "/{id}/resumption", consumes = "application/json")
    MailingResponse resume(Caller caller, @PathVariable String id, @RequestBody MoveRequest request) {
        return move(caller, id, Move.RESUME, request);
    }

    @PostMapping(path = "/{id}/cancellation", consumes = "application/json")
    MailingResponse cancel(Caller caller, @PathVariable String id, @RequestBody MoveRequest request) {
        return move(caller, id, Move.CANCEL, request);
    }

    /** What became of each text, in no telling order, a page at a time. */
    @GetMapping("/{id}/recipients")
    RecipientsResponse recipients(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "500") int limit) {
        Mailing mailing = found(caller, id);
        check(limit, MOST_RECIPIENTS);
        String from = cursor == null ? null : cursors.opened(mailing.id(), cursor);
        if (cursor != null && from == null) {
            throw new ProblemException(NO_PAGE, MOST_RECIPIENTS);
        }
        Messages.Page page = messages.ofMailing(mailing.id(), from, limit);
        String next = page.next() == null ? null : cursors.sealed(mailing.id(), page.next());
        return new RecipientsResponse(page.items().stream().map(this::part).toList(), next);
    }

    private RecipientPart part(Message message) {
        Progress progress = message.progress();
        Reason reason = progress.reason();
        return new RecipientPart(
                MobileNumber.masked(openPhone.apply(message.sealedPhone())),
                message.state().wireName(),
                progress.provider(),
                progress.sentAt() == null ? null : SeoulTime.seconds(progress.sentAt()),
                progress.receipt() == null
                        ? null
                        : SeoulTime.seconds(progress.receipt().at()),
                reason == null || reason.cause() == null ? null : reason.cause().wireName(),
                reason == null ? null : reason.said());
    }

    private MailingResponse move(Caller caller, String id, Move move, MoveRequest request) {
        FieldErrors errors = new FieldErrors();
        Integer revision = request.revision();
        if (revision == null) {
            errors.add("revision", "required");
        }
        String note = Objects.requireNonNullElse(request.note(), "").strip();
        if (note.length() > LONGEST_NOTE) {
            errors.add("note", "note-too-long", LONGEST_NOTE);
        }
        errors.throwIfAny();
        return answer(
                caller,
                write.move(caller.officeId(), id, move, Objects.requireNonNullElse(revision, 0), hand(caller), note),
                move.wireName());
    }

    private MailingResponse answer(Caller caller, Outcome outcome, String what) {
        return switch (outcome) {
            case Outcome.Done done -> {
                audit.atInfo()
                        .addKeyValue("who", caller.id())
                        .addKeyValue("mailing", done.mailing().id())
                        .addKeyValue("revision", done.mailing().revision())
                        .log("a mailing: {}", what);
                yield response(caller, done.mailing());
            }
            case Outcome.NotFound none -> throw new ProblemException(NOT_FOUND);
            case Outcome.Elsewhere elsewhere ->
                throw new ProblemException(ELSEWHERE)
                        .with("state", elsewhere.state().wireName());
            case Outcome.OtherDepartment other -> throw new ProblemException(OTHER_DEPARTMENT);
            case Outcome.WrittenSince since -> throw new ProblemException(WRITTEN_SINCE);
            case Outcome.NotTheSecondPerson own -> throw new ProblemException(OWN);
            case Outcome.NoFreeNumber none -> throw new ProblemException(NO_FREE_NUMBER);
            case Outcome.TimePast past -> throw new ProblemException(TIME_PAST);
            case Outcome.ReachNotCounted not -> throw new ProblemException(NOT_COUNTED).retryAfter(COUNTED_WITHIN);
            case Outcome.KeyReused reused -> throw IdempotencyKeys.reused();
            case Outcome.MovedOftenEnough often -> throw new ProblemException(MOVED_OFTEN);
        };
    }

    private Mailing found(Caller caller, String id) {
        return mailings.find(id)
                .filter(one -> one.officeId().equals(caller.officeId()))
                .orElseThrow(() -> new ProblemException(NOT_FOUND));
    }

    private MailingResponse response(Caller caller, Mailing mailing) {
        return MailingResponse.of(mailing, figures.of(mailing), timing, hand(caller));
    }

    private static Hand hand(Caller caller) {
        return new Hand(
                caller.id(), caller.name(), caller.departments(), caller.role().seesWholeOffice());
    }

    private static void check(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new ProblemException(NO_PAGE, most);
        }
    }

    private static @Nullable String owned(@Nullable String cursor, String prefix) {
        if (cursor != null && (cursor.length() > 200 || !cursor.startsWith(prefix))) {
            throw new ProblemException(NO_PAGE, MOST_LISTED);
        }
        return cursor;
    }
}
