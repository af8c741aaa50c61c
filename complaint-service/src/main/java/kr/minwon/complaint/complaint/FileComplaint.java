package kr.minwon.complaint.complaint;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kr.minwon.complaint.ComplaintMeters;
import kr.minwon.complaint.photo.PhotoRefusal;
import kr.minwon.complaint.photo.PhotoStudio;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files a complaint: its photos first, then the complaint with its event in one write. The same request sent again, at
 * once or later, finds the complaint of the first.
 */
@Component
public class FileComplaint {
    /** Draws of a receipt number before we give up; with 10 million a month one is nearly always enough. */
    private static final int DRAWS = 20;

    private final Complaints complaints;
    private final PhotoStudio photos;
    private final Reporters reporters;
    private final LookupCodes codes;
    private final FilingAllowance allowance;
    private final Acceptance acceptance;
    private final ComplaintMeters meters;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** What became of a filing. */
    public sealed interface Result {
        /** It is filed, now or by the same request before. */
        record Filed(Complaint complaint, boolean repeated) implements Result {}

        /** The idempotency key belongs to other content. */
        record KeyReused() implements Result {}

        /** The phone has filed too much; try again after that long. */
        record TooMany(int perHour, Duration retryAfter) implements Result {}

        /**
         * A photo cannot be taken.
         *
         * @param index from 0
         */
        record PhotoRefused(int index, PhotoRefusal refusal) implements Result {}

        /** Too many photos are being worked; nothing was filed. */
        record PhotosBusy() implements Result {}
    }

    FileComplaint(
            Complaints complaints,
            PhotoStudio photos,
            Reporters reporters,
            LookupCodes codes,
            FilingAllowance allowance,
            Acceptance acceptance,
            ComplaintMeters meters,
            Clock clock) {
        this.complaints = complaints;
        this.photos = photos;
        this.reporters = reporters;
        this.codes = codes;
        this.allowance = allowance;
        this.acceptance = acceptance;
        this.meters = meters;
        this.clock = clock;
    }

    /** Files, unless the request is known. */
    public Result file(NewComplaint content, @Nullable RequestMark request) {
        Result result = decide(content, request);
        meters.filing(
                switch (result) {
                    case Result.Filed filed -> filed.repeated() ? "repeated" : "filed";
                    case Result.KeyReused reused -> "key-reused";
                    case Result.TooMany many -> "too-many";
                    case Result.PhotoRefused refused -> "photo-refused";
                    case Result.PhotosBusy busy -> "photos-busy";
                });
        return result;
    }

    /**
     * Files what somebody texted; the same id again finds it. A text counts for its phone like any filing, but is never
     * refused for it: notification-service lets few of them pass, and nobody else can be texted by it.
     */
    public Complaint fileText(ComplaintId id, NewComplaint content) {
        Optional<Complaint> there = complaints.find(id);
        if (there.isPresent()) {
            return there.get();
        }
        Reporter reporter = reporters.seal(content.name(), content.phone());
        allowance.take(reporter.contactId());
        if (store(id, content, reporter, List.of(), null, Filing.Channel.TEXT) instanceof Result.Filed filed) {
            meters.filing(filed.repeated() ? "repeated" : "filed");
            return filed.complaint();
        }
        throw new IllegalStateException("a text without photos is filed or known");
    }

    private Result decide(NewComplaint content, @Nullable RequestMark request) {
        // Without photos the insert itself finds a repeat, and the look-up is saved.
        Optional<Result> known = content.photos().isEmpty() ? Optional.empty() : known(request);
        if (known.isPresent()) {
            return known.get();
        }
        Reporter reporter = reporters.seal(content.name(), content.phone());
        if (content.phone().isEmpty()) {
            // Nobody is texted; whose key brings it is counted at the door.
            return store(content, reporter, request);
        }
        Optional<Duration> wait = allowance.take(reporter.contactId());
        if (wait.isPresent()) {
            return known(request).orElseGet(() -> new Result.TooMany(allowance.perHour(), wait.get()));
        }
        Result result = null;
        try {
            result = store(content, reporter, request);
            return result;
        } finally {
            if (!(result instanceof Result.Filed filed) || filed.repeated()) {
                allowance.giveBack(reporter.contactId());
            }
        }
    }

    private Result store(NewComplaint content, Reporter reporter, @Nullable RequestMark request) {
        ComplaintId id = ComplaintId.next(clock);
        return switch (photos.takeAll(id.value(), content.photos())) {
            case PhotoStudio.AllOrNone.OneRefused refused ->
                new Result.PhotoRefused(refused.index(), refused.refusal());
            case PhotoStudio.AllOrNone.TooBusy busy -> new Result.PhotosBusy();
            case PhotoStudio.AllOrNone.AllTaken taken ->
                store(id, content, reporter, taken.photoIds(), request, Filing.Channel.ONLINE);
        };
    }

    private Result store(
            ComplaintId id,
            NewComplaint content,
            Reporter reporter,
            List<String> photoIds,
            @Nullable RequestMark request,
            Filing.Channel channel) {
        for (int draw = 0; draw < DRAWS; draw++) {
            Decision.Changed filed =
                    Complaint.file(filing(id, content, reporter, photoIds, request, channel), content.note());
            switch (complaints.insert(filed)) {
                case STORED -> {
                    return new Result.Filed(filed.complaint(), false);
                }
                case REQUEST_KNOWN -> {
                    return known(request).orElseThrow();
                }
                case RECEIPT_NUMBER_TAKEN -> meters.receiptNumberTaken();
                case ID_TAKEN -> {
                    return new Result.Filed(
                            complaints.find(id).orElseThrow(() -> new IllegalStateException("taken, and not there")),
                            true);
                }
            }
        }
        throw new IllegalStateException("no free receipt number in " + DRAWS + " draws");
    }

    private Filing filing(
            ComplaintId id,
            NewComplaint content,
            Reporter reporter,
            List<String> photoIds,
            @Nullable RequestMark request,
            Filing.Channel channel) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Filing(
                id,
                content.officeId(),
                ReceiptNumber.draw(now, random),
                content.title(),
                content.body(),
                content.category(),
                content.location(),
                reporter,
                content.smsConsent(),
                content.isPublic(),
                photoIds,
                now,
                acceptance.filedAs(content.officeId()),
                codes.currentKey(),
                content.language(),
                request,
                channel);
    }

    private Optional<Result> known(@Nullable RequestMark request) {
        if (request == null) {
            return Optional.empty();
        }
        return complaints.findByRequest(request.key()).map(complaint -> {
            RequestMark first = complaint.filing().request();
            return first == null || first.compare(request) == RequestMark.Comparison.REUSED_KEY
                    ? new Result.KeyReused()
                    : new Result.Filed(complaint, true);
        });
    }
}
