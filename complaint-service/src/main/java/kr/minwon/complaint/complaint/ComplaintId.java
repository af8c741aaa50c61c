package kr.minwon.complaint.complaint;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A complaint's id for machines: a UUIDv7 in lower case, so that ids of one time lie together. */
public record ComplaintId(String value) {
    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public ComplaintId {
        Objects.requireNonNull(value);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a complaint id");
        }
    }

    /** A fresh id of this moment. */
    public static ComplaintId next(Clock clock) {
        long high = clock.millis() << 16 | 0x7000L | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new ComplaintId(new UUID(high, low).toString());
    }

    /** The id that a text is; empty for any other text. */
    public static Optional<ComplaintId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ComplaintId(text)) : Optional.empty();
    }

    /** When it was made, to the millisecond. */
    public Instant moment() {
        return Instant.ofEpochMilli(UUID.fromString(value).getMostSignificantBits() >>> 16);
    }

    /** A text that sorts before every id of a moment, and after those of earlier ones. */
    public static String before(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0).toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
