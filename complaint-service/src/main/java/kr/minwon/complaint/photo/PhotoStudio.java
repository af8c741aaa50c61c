package kr.minwon.complaint.photo;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kr.minwon.complaint.ComplaintMeters;
import org.springframework.stereotype.Component;

/** Re-encodes and stores what was sent, a few photos at a time whatever comes, so that memory has a bound. */
@Component
public class PhotoStudio {
    /** How long a photo waits for its turn. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Semaphore places;
    private final Photos photos;
    private final ComplaintMeters meters;
    private final Clock clock;

    public PhotoStudio(Photos photos, PhotoSettings settings, ComplaintMeters meters, Clock clock) {
        this.places = new Semaphore(settings.atOnce(), true);
        this.photos = photos;
        this.meters = meters;
        this.clock = clock;
    }

    /** What became of a file. */
    public sealed interface Result {}

    /** It is stored, not yet held by a complaint. */
    public record Taken(String photoId) implements Result {}

    /** It is not a photo we take. */
    public record Refused(PhotoRefusal refusal) implements Result {}

    /** Too many were before it. */
    public record Busy() implements Result {}

    /** Re-encodes a file and stores it for a complaint that comes after it. */
    public Result take(String complaintId, UploadedPhoto file) {
        if (!isMyTurn()) {
            return new Busy();
        }
        return switch (reencode(file)) {
            case Reencoding.Refused refused -> new Refused(refused.refusal());
            case Reencoding.Done done -> {
                Photo photo = new Photo(
                        UUID.randomUUID().toString(),
                        complaintId,
                        done.jpeg(),
                        done.width(),
                        done.height(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
                photos.insert(photo);
                yield new Taken(photo.id());
            }
        };
    }

    /** What became of several files: all are stored, or the first that was not says why. */
    public sealed interface AllOrNone {
        /** In the order in which they came. */
        record AllTaken(List<String> photoIds) implements AllOrNone {
            public AllTaken {
                photoIds = List.copyOf(photoIds);
            }
        }

        /**
         * One is not a photo we take.
         *
         * @param index from 0
         */
        record OneRefused(int index, PhotoRefusal refusal) implements AllOrNone {}

        /** Too many were before one of them. */
        record TooBusy() implements AllOrNone {}
    }

    /** Re-encodes and stores files for a complaint; what is stored before one is refused is swept away in a day. */
    public AllOrNone takeAll(String complaintId, List<UploadedPhoto> files) {
        List<String> photoIds = new ArrayList<>();
        for (UploadedPhoto file : files) {
            switch (take(complaintId, file)) {
                case Taken taken -> photoIds.add(taken.photoId());
                case Refused refused -> {
                    return new AllOrNone.OneRefused(photoIds.size(), refused.refusal());
                }
                case Busy busy -> {
                    return new AllOrNone.TooBusy();
                }
            }
        }
        return new AllOrNone.AllTaken(photoIds);
    }

    private boolean isMyTurn() {
        try {
            return places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Reencoding reencode(UploadedPhoto file) {
        long start = System.nanoTime();
        try {
            Reencoding result = PhotoReencoder.reencode(file.source().read());
            meters.photo(Duration.ofNanos(System.nanoTime() - start), outcome(result));
            return result;
        } finally {
            places.release();
        }
    }

    private static String outcome(Reencoding result) {
        return switch (result) {
            case Reencoding.Done done -> "taken";
            case Reencoding.Refused refused ->
                refused.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}
