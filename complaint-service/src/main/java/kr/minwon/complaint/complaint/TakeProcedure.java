package kr.minwon.complaint.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kr.minwon.complaint.ComplaintMeters;
import kr.minwon.complaint.complaint.Procedures.Acting;
import kr.minwon.complaint.photo.PhotoRefusal;
import kr.minwon.complaint.photo.PhotoStudio;
import kr.minwon.complaint.photo.UploadedPhoto;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a case through the law's procedure: what the office asks of the resident, and what the resident answers. */
@Component
public class TakeProcedure {
    private final Complaints complaints;
    private final RoutingWait routing;
    private final PhotoStudio photos;
    private final ActionLinks links;
    private final ComplaintMeters meters;
    private final Clock clock;

    TakeProcedure(
            Complaints complaints,
            RoutingWait routing,
            PhotoStudio photos,
            ActionLinks links,
            ComplaintMeters meters,
            Clock clock) {
        this.complaints = complaints;
        this.routing = routing;
        this.photos = photos;
        this.links = links;
        this.meters = meters;
        this.clock = clock;
    }

    /** What became of a supply. */
    public sealed interface Supplied {
        /** The photos are fine; the state decided. */
        record Decided(Decision decision) implements Supplied {}

        /**
         * A photo cannot be taken.
         *
         * @param index from 0
         */
        record PhotoRefused(int index, PhotoRefusal refusal) implements Supplied {}

        /** Too many photos are being worked; nothing was taken. */
        record PhotosBusy() implements Supplied {}
    }

    /** A request that a link leads to. */
    public record Asked(Complaint complaint, ActionLinks.Action action, int number) {}

    /** Asks for a supplement; like an answer it waits a moment for the department. */
    public Decision requestSupplement(ComplaintId id, String text, int days, Acting by, @Nullable RequestMark request) {
        Decision decision = routing.until(
                id,
                () -> complaints.decide(
                        id, complaint -> Procedures.requestSupplement(complaint, text, days, by, now(), request)),
                AnswerComplaint::isRouted);
        meters.move("supplement-request", decision);
        return decision;
    }

    /** Accepts by hand what was filed. */
    public Decision accept(ComplaintId id, Officer by) {
        return counted("accept", complaints.decide(id, complaint -> complaint.accept(by, now())));
    }

    /** Opens an answered case again, because its resident asks for it. */
    public Decision reopen(Complaint complaint, Reopening.Cause cause, String text, @Nullable RequestMark request) {
        return counted(cause.wireName(), complaints.decide(complaint.id(), now -> switch (cause) {
            case OBJECTION -> Reopenings.object(now, text, now(), request);
            case DISSATISFIED -> Reopenings.reopen(now, text, now(), request);
        }));
    }

    /** Returns a case whose supplement did not come. */
    public Decision giveBack(ComplaintId id, String reason, Acting by, @Nullable RequestMark request) {
        return counted(
                "return",
                complaints.decide(id, complaint -> Procedures.giveBack(complaint, reason, by, now(), request)));
    }

    /** What a complaint becomes with photos of those ids. */
    private interface WithPhotos {
        Decision of(Complaint complaint, List<String> photoIds);
    }

    /** Takes what the resident supplies. */
    public Supplied supply(Complaint complaint, String text, List<UploadedPhoto> files, @Nullable RequestMark request) {
        return withPhotos(
                "supply", complaint, files, (now, photoIds) -> Procedures.supply(now, text, photoIds, now(), request));
    }

    /** Takes what the resident adds to a case. */
    public Supplied add(Complaint complaint, String text, List<UploadedPhoto> files, @Nullable RequestMark request) {
        return withPhotos("change", complaint, files, (now, photoIds) -> now.change(text, photoIds, now(), request));
    }

    /** Takes what the resident adds by the link of a request that a text answered. */
    public Supplied addMore(
            Complaint complaint, int number, String text, List<UploadedPhoto> files, @Nullable RequestMark request) {
        return withPhotos(
                "change",
                complaint,
                files,
                (now, photoIds) -> Procedures.addMore(now, number, text, photoIds, now(), request));
    }

    /** Whether a link still takes what a text could not hold. */
    public boolean takesMore(Asked asked) {
        return asked.action() == ActionLinks.Action.SUPPLEMENT
                && Procedures.takesMore(asked.complaint(), asked.number(), now());
    }

    /** First the photos, then the state with its event in one write; no photo of what would be refused anyway. */
    private Supplied withPhotos(String move, Complaint complaint, List<UploadedPhoto> files, WithPhotos next) {
        Decision foreseen = next.of(complaint, List.of());
        if (!(foreseen instanceof Decision.Changed)) {
            return new Supplied.Decided(counted(move, foreseen));
        }
        return switch (photos.takeAll(complaint.id().value(), files)) {
            case PhotoStudio.AllOrNone.OneRefused refused ->
                new Supplied.PhotoRefused(refused.index(), refused.refusal());
            case PhotoStudio.AllOrNone.TooBusy busy -> new Supplied.PhotosBusy();
            case PhotoStudio.AllOrNone.AllTaken taken ->
                new Supplied.Decided(counted(
                        move, complaints.decide(complaint.id(), now -> next.of(now, taken.photoIds()))));
        };
    }

    /** Gives the resident more time. */
    public Decision moreTime(Complaint complaint, @Nullable RequestMark request) {
        return counted(
                "more-time",
                complaints.decide(complaint.id(), now -> now.once(request, () -> Procedures.moreTime(now, now()))));
    }

    /** Takes the resident's word on a further extension. */
    public Decision consent(Complaint complaint, boolean agreed, @Nullable RequestMark request) {
        return counted(
                "consent", complaints.decide(complaint.id(), now -> Procedures.consent(now, agreed, now(), request)));
    }

    /** What a link asks for; empty for one that was altered, or that nobody made. */
    public Optional<Asked> follow(String token) {
        return ActionLinks.read(token)
                .flatMap(read -> complaints
                        .find(read.receiptNumber())
                        .filter(complaint -> links.isGenuine(read, complaint))
                        .map(complaint -> new Asked(complaint, read.action(), read.number())));
    }

    private Decision counted(String move, Decision decision) {
        meters.move(move, decision);
        return decision;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
