package kr.minwon.complaint.photo;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import kr.minwon.complaint.ComplaintMeters;
import org.springframework.stereotype.Component;

/** Re-encodes and stores what was sent, two photos at a time whatever comes, so that memory has a bound. */
@Component
public class PhotoStudio {
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Photos photos;
    private final ComplaintMeters meters;
    private final Clock clock;

    public PhotoStudio(Photos photos, ComplaintMeters meters, Clock clock) {
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

    /** Re-encodes a file and stores it for a complaint that comes after it. */
    public Result take(String complaintId, UploadedPhoto file) {
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

    private Reencoding reencode(UploadedPhoto file) {
        places.acquireUninterruptibly();
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
