package kr.minwon.trialstore.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values written as bytes whose unsigned order is MongoDB's order of values.
 *
 * <p>Each value ends itself, so a key of several values has the key of its first values as a prefix and nothing else
 * does. No value begins with {@code 0xFF}, ascending or descending: that byte after a prefix lies behind all its keys.
 */
public final class SortKey {

    /** Behind every key that begins with what was written before it. */
    static final byte BEHIND = (byte) 0xFF;

    /** Stands for an array without elements, which MongoDB orders before null. */
    static final Object EMPTY_ARRAY = new Object();

    private static final int MIN_KEY = 0x01;
    private static final int UNDEFINED = 0x03;
    private static final int NULL = 0x05;
    private static final int NUMBER = 0x0A;
    private static final int STRING = 0x14;
    private static final int OBJECT = 0x19;
    private static final int ARRAY = 0x1E;
    private static final int BINARY = 0x23;
    private static final int OBJECT_ID = 0x28;
    private static final int BOOLEAN = 0x2D;
    private static final int DATE = 0x32;
    private static final int TIMESTAMP = 0x37;
    private static final int REGEX = 0x3C;
    private static final int SCRIPT = 0x41;
    private static final int MAX_KEY = 0x7F;

    /** Integers up to here are doubles. */
    private static final long EXACT = 1L << 53;

    private byte[] bytes = new byte[64];
    private int length;

    /** The bytes of one value, ascending. */
    public static byte[] of(@Nullable Object value) {
        return new SortKey().append(value, true).toBytes();
    }

    SortKey append(@Nullable Object value, boolean ascending) {
        int start = length;
        write(value);
        if (!ascending) {
            for (int i = start; i < length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        }
        return this;
    }

    /** Writes only the kind of the value, where all values of that kind begin; or, if asked, the end of that kind. */
    SortKey appendBracket(Object value, boolean ascending, boolean end) {
        int kind = kindOf(value);
        int first = ascending ? kind : ~kind & 0xFF;
        return raw((byte) (end ? first + 1 : first));
    }

    SortKey raw(byte value) {
        reserve(1);
        bytes[length++] = value;
        return this;
    }

    SortKey raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    SortKey copy() {
        SortKey copy = new SortKey();
        copy.raw(toBytes());
        return copy;
    }

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Whether a range over values like this one stays within values of its kind, as MongoDB's comparisons do. */
    static boolean isRangeable(@Nullable Object value) {
        return value != null
                && !(value instanceof Collection)
                && !(value instanceof Map)
                && !(value instanceof MinKey)
                && !(value instanceof MaxKey)
                && !(value instanceof Missing);
    }

    private static int kindOf(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing m -> NULL;
            case Number n -> NUMBER;
            case String s -> STRING;
            case Map<?, ?> m -> OBJECT;
            case Collection<?> c -> ARRAY;
            case BinData b -> BINARY;
            case UUID u -> BINARY;
            case LegacyUUID u -> BINARY;
            case ObjectId o -> OBJECT_ID;
            case Boolean b -> BOOLEAN;
            case Instant i -> DATE;
            case BsonTimestamp t -> TIMESTAMP;
            case BsonRegularExpression r -> REGEX;
            case BsonJavaScript j -> SCRIPT;
            case MinKey m -> MIN_KEY;
            case MaxKey m -> MAX_KEY;
            default -> {
                if (value == EMPTY_ARRAY) {
                    yield UNDEFINED;
                }
                throw new IllegalArgumentException("cannot be indexed: " + value.getClass());
            }
        };
    }

    private void write(@Nullable Object value) {
        raw((byte) kindOf(value));
        switch (value) {
            case null -> {}
            case Number number -> number(number);
            case String text -> text(text);
            case Map<?, ?> document -> {
                document.forEach((name, member) -> {
                    raw((byte) kindOf(member));
                    text((String) name);
                    write(member);
                });
                raw((byte) 0);
            }
            case Collection<?> array -> {
                array.forEach(this::write);
                raw((byte) 0);
            }
            case BinData data -> binary(0, data.getData());
            case UUID uuid -> uuid(4, uuid);
            case LegacyUUID uuid -> uuid(3, uuid.getUuid());
            case ObjectId id -> raw(id.toByteArray());
            case Boolean truth -> raw((byte) (truth ? 1 : 0));
            case Instant instant -> bigEndian(instant.toEpochMilli() ^ Long.MIN_VALUE, 8);
            case BsonTimestamp timestamp -> bigEndian(timestamp.getValue(), 8);
            case BsonRegularExpression regex -> {
                text(regex.getPattern());
                text(regex.getOptions() == null ? "" : regex.getOptions());
            }
            case BsonJavaScript script -> text(script.getCode());
            default -> {}
        }
    }

    private void uuid(int subtype, UUID uuid) {
        byte[] data = new SortKey()
                .bigEndian(uuid.getMostSignificantBits(), 8)
                .bigEndian(uuid.getLeastSignificantBits(), 8)
                .toBytes();
        binary(subtype, data);
    }

    private void binary(int subtype, byte[] data) {
        bigEndian(data.length, 4);
        raw((byte) subtype);
        raw(data);
    }

    /** A double in order, then how far the exact value is from it: integers beyond 2^53 stay distinct. */
    private void number(Number number) {
        double rounded = number.doubleValue();
        long bits = Double.doubleToLongBits(rounded == 0 ? 0.0 : rounded);
        long ordered = Double.isNaN(rounded) ? 0 : bits ^ (bits < 0 ? -1L : Long.MIN_VALUE);
        bigEndian(ordered, 8);
        bigEndian(residual(number, rounded) + 0x8000, 2);
    }

    /** For a long the exact difference (at most 1024 either way); for a decimal only its sign. */
    private static int residual(Number number, double rounded) {
        if (number instanceof Long exact && (exact > EXACT || exact < -EXACT)) {
            return BigDecimal.valueOf(exact).subtract(new BigDecimal(rounded)).intValueExact();
        }
        if (number instanceof Decimal128 decimal && Double.isFinite(rounded)) {
            return decimal.toBigDecimal().compareTo(new BigDecimal(rounded));
        }
        return 0;
    }

    /** UTF-8; a zero inside is escaped so that two zeros are the end and a prefix comes first. */
    private void text(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            raw(b);
            if (b == 0) {
                raw((byte) 0xFF);
            }
        }
        raw((byte) 0);
        raw((byte) 0);
    }

    private SortKey bigEndian(long value, int size) {
        for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
            raw((byte) (value >>> shift));
        }
        return this;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
