package kr.minwon.complaint.complaint.web;

import java.time.Duration;
import java.util.List;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ContentDigest;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.TakeProcedure;
import kr.minwon.complaint.complaint.TakeProcedure.Supplied;
import kr.minwon.complaint.photo.UploadedPhoto;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what a resident supplies, and takes it. */
@Component
class SupplyReader {
    private final TakeProcedure procedure;
    private final IdempotencyKeys keys;

    SupplyReader(TakeProcedure procedure, IdempotencyKeys keys) {
        this.procedure = procedure;
        this.keys = keys;
    }

    /** The case after it took the supplement. */
    Complaint take(
            Complaint complaint,
            Caller caller,
            @Nullable String key,
            @Nullable String typed,
            List<UploadedPhoto> photos) {
        String words = checked(typed, photos);
        ContentDigest content = digest("supply", words, photos);
        return done(procedure.supply(complaint, words, photos, keys.mark(caller, key, content)));
    }

    /** The case after it took what the resident adds to a supplement that came by a text. */
    Complaint addMore(
            Complaint complaint,
            int number,
            Caller caller,
            @Nullable String key,
            @Nullable String typed,
            List<UploadedPhoto> photos) {
        String words = checked(typed, photos);
        ContentDigest content = digest("more", words, photos);
        return done(procedure.addMore(complaint, number, words, photos, keys.mark(caller, key, content)));
    }

    /** The case after it took what the resident adds: where it is, and whatever else. */
    Complaint add(
            Complaint complaint,
            Caller caller,
            @Nullable String key,
            @Nullable String address,
            @Nullable String typed,
            List<UploadedPhoto> photos) {
        FieldErrors errors = new FieldErrors();
        String place = new FieldChecks(errors).optionalLine("address", address, Limits.ADDRESS);
        errors.throwIfAny();
        String words =
                place == null ? checked(typed, photos) : typed == null || typed.isBlank() ? "" : checked(typed, photos);
        String text = place == null ? words : "위치: " + place + (words.isEmpty() ? "" : "\n" + words);
        ContentDigest content = digest("details", text, photos);
        return done(procedure.add(complaint, text, photos, keys.mark(caller, key, content)));
    }

    private static String checked(@Nullable String typed, List<UploadedPhoto> photos) {
        FieldErrors errors = new FieldErrors();
        FieldChecks checks = new FieldChecks(errors);
        // Photos alone may be all that was asked for.
        String text = photos.isEmpty()
                ? checks.text("text", typed, Limits.BODY)
                : checks.optionalText("text", typed, Limits.BODY);
        if (photos.size() > Limits.PHOTOS) {
            errors.add("photos", "too-many-photos", Limits.PHOTOS);
        }
        errors.throwIfAny();
        return text == null ? "" : text;
    }

    private static ContentDigest digest(String what, String words, List<UploadedPhoto> photos) {
        ContentDigest content = new ContentDigest().add(what).add(words);
        photos.forEach(photo -> content.add(photo.digest()));
        return content;
    }

    private static Complaint done(Supplied supplied) {
        return switch (supplied) {
            case Supplied.Decided decided -> ResidentController.done(decided.decision());
            case Supplied.PhotoRefused refused -> throw ComplaintProblems.of(refused.refusal(), refused.index());
            case Supplied.PhotosBusy busy ->
                throw new ProblemException(ComplaintProblems.PHOTOS_BUSY).retryAfter(Duration.ofSeconds(10));
        };
    }
}
