package kr.minwon.complaint;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import kr.minwon.complaint.complaint.Decision;
import org.springframework.stereotype.Component;

/** Counts and times what the service does. The names are public API; labels never carry a person or a complaint. */
@Component
public class ComplaintMeters {
    /** Every meter of this service beside those of the outbox. */
    public enum Meter {
        /** Counter of filings; {@code outcome}: filed, repeated, key-reused, too-many, photo-refused, photos-busy. */
        FILINGS("minwon.complaint.filings"),
        /** Counter of receipt numbers drawn that were taken. */
        RECEIPT_NUMBERS_TAKEN("minwon.complaint.receipt.numbers.taken"),
        /** Counter of look-ups; {@code outcome}: opened, refused. */
        LOOKUPS("minwon.complaint.lookups"),
        /** Counter of moves; {@code move}: answer, withdraw, rate; {@code outcome}: done, repeated, or the refusal. */
        MOVES("minwon.complaint.moves"),
        /** Timer of waits for a department; {@code outcome}: routed, given-up. */
        ROUTING_WAIT("minwon.complaint.routing.wait"),
        /** Timer of photos re-encoded; {@code outcome}: taken, or the refusal. */
        PHOTO_REENCODE("minwon.complaint.photo.reencode"),
        /** Counter of loose photos looked at by the sweep; {@code outcome}: kept, deleted. */
        PHOTOS_SWEPT("minwon.complaint.photos.swept");

        private final String meterName;

        Meter(String meterName) {
            this.meterName = meterName;
        }

        public String meterName() {
            return meterName;
        }
    }

    private final MeterRegistry registry;

    public ComplaintMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    public void filing(String outcome) {
        count(Meter.FILINGS, "outcome", outcome);
    }

    public void receiptNumberTaken() {
        count(Meter.RECEIPT_NUMBERS_TAKEN);
    }

    public void lookup(boolean opened) {
        count(Meter.LOOKUPS, "outcome", opened ? "opened" : "refused");
    }

    public void move(String move, Decision decision) {
        String outcome = switch (decision) {
            case Decision.Changed changed -> "done";
            case Decision.Unchanged unchanged -> "repeated";
            case Decision.Refused refused ->
                refused.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
        count(Meter.MOVES, "move", move, "outcome", outcome);
    }

    public void routingWait(Duration waited, boolean routed) {
        registry.timer(Meter.ROUTING_WAIT.meterName(), "outcome", routed ? "routed" : "given-up")
                .record(waited);
    }

    public void photo(Duration took, String outcome) {
        registry.timer(Meter.PHOTO_REENCODE.meterName(), "outcome", outcome).record(took);
    }

    public void photosSwept(int kept, int deleted) {
        registry.counter(Meter.PHOTOS_SWEPT.meterName(), "outcome", "kept").increment(kept);
        registry.counter(Meter.PHOTOS_SWEPT.meterName(), "outcome", "deleted").increment(deleted);
    }

    private void count(Meter meter, String... tags) {
        registry.counter(meter.meterName(), tags).increment();
    }
}
