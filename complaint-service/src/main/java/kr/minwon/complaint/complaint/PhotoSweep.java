package kr.minwon.complaint.complaint;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.complaint.ComplaintMeters;
import kr.minwon.complaint.photo.Photos;
import org.springframework.stereotype.Component;

/**
 * Deletes photos that no complaint came to hold: the filing was refused, or its process died between the two writes.
 * Waiting a day keeps it away from filings under way.
 */
@Component
public class PhotoSweep {
    static final Duration LOOSE_FOR = Duration.ofDays(1);
    private static final int BATCH = 200;

    private final Photos photos;
    private final Complaints complaints;
    private final ComplaintMeters meters;
    private final Clock clock;

    public PhotoSweep(Photos photos, Complaints complaints, ComplaintMeters meters, Clock clock) {
        this.photos = photos;
        this.complaints = complaints;
        this.meters = meters;
        this.clock = clock;
    }

    /** Settles or deletes everything that has been loose for a day. */
    public void sweep() {
        List<Photos.Loose> batch = next();
        while (!batch.isEmpty()) {
            List<String> held = new ArrayList<>();
            List<String> forlorn = new ArrayList<>();
            for (Photos.Loose photo : batch) {
                boolean isHeld = complaints
                        .find(new ComplaintId(photo.complaintId()))
                        .filter(complaint -> complaint.photoIds().contains(photo.id()))
                        .isPresent();
                (isHeld ? held : forlorn).add(photo.id());
            }
            photos.settle(held);
            photos.delete(forlorn);
            meters.photosSwept(held.size(), forlorn.size());
            batch = next();
        }
    }

    private List<Photos.Loose> next() {
        return photos.looseBefore(clock.instant().minus(LOOSE_FOR), BATCH);
    }
}
