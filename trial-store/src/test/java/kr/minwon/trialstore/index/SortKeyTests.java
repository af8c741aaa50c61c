package kr.minwon.trialstore.index;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortKeyTests {

    /** MongoDB's order: by kind, then by value. */
    private static final List<Object> ASCENDING = Arrays.asList(
            MinKey.getInstance(),
            null,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Long.MIN_VALUE,
            -1.5,
            -1,
            0,
            new Decimal128(new BigDecimal("0.1")),
            0.5,
            1L,
            Integer.MAX_VALUE,
            (1L << 53) - 1,
            1L << 53,
            (1L << 53) + 1,
            (1L << 53) + 2,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            "",
            "a",
            "a\0",
            "a\0b",
            "ab",
            "b",
            "가",
            "가나",
            "😀",
            new Document(),
            new Document("a", 1),
            new Document("a", 1).append("b", 1),
            new Document("a", 2),
            new BinData(new byte[] {9}),
            new BinData(new byte[] {1, 2}),
            new ObjectId("000000000000000000000001"),
            new ObjectId("ff0000000000000000000000"),
            false,
            true,
            Instant.ofEpochMilli(-1),
            Instant.ofEpochMilli(5),
            new BsonTimestamp(7),
            MaxKey.getInstance());

    @Test
    void ordersValuesAsMongoDbDoes() {
        for (int i = 0; i < ASCENDING.size(); i++) {
            for (int j = 0; j < ASCENDING.size(); j++) {
                int expected = Integer.compare(i, j);
                assertThat(compare(i, j, true))
                        .as("%s %s", ASCENDING.get(i), ASCENDING.get(j))
                        .isEqualTo(expected);
                assertThat(compare(i, j, false))
                        .as("descending %s %s", ASCENDING.get(i), ASCENDING.get(j))
                        .isEqualTo(-expected);
            }
        }
    }

    @Test
    void takesEqualNumbersOfAnyKindAsOne() {
        byte[] one = SortKey.of(1);

        assertThat(SortKey.of(1L)).isEqualTo(one);
        assertThat(SortKey.of(1.0)).isEqualTo(one);
        assertThat(SortKey.of(new Decimal128(new BigDecimal("1.00")))).isEqualTo(one);
        assertThat(SortKey.of(-0.0)).isEqualTo(SortKey.of(0));
        assertThat(SortKey.of(Decimal128.NEGATIVE_ZERO)).isEqualTo(SortKey.of(0));
    }

    @Test
    void endsBeforeEverythingThatItBegins() {
        for (boolean ascending : new boolean[] {true, false}) {
            for (Object value : ASCENDING) {
                SortKey prefix = new SortKey().append(value, ascending);
                byte[] behind = prefix.copy().raw(SortKey.BEHIND).toBytes();
                for (Object next : ASCENDING) {
                    byte[] longer = prefix.copy().append(next, ascending).toBytes();
                    assertThat(Arrays.compareUnsigned(longer, behind)).isNegative();
                    assertThat(Arrays.compareUnsigned(longer, prefix.toBytes())).isPositive();
                }
            }
        }
    }

    private static int compare(int i, int j, boolean ascending) {
        byte[] a = new SortKey().append(ASCENDING.get(i), ascending).toBytes();
        byte[] b = new SortKey().append(ASCENDING.get(j), ascending).toBytes();
        return Integer.signum(Arrays.compareUnsigned(a, b));
    }
}
