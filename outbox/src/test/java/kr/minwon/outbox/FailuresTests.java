package kr.minwon.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTests {
    private static final ServerAddress STORE = new ServerAddress();

    static Stream<Throwable> away() {
        return Stream.of(
                new MongoTimeoutException("no server"),
                new MongoSocketReadException("cut off", STORE),
                new RuntimeException("in a listener", new MongoTimeoutException("no server")),
                new MongoCommandException(BsonDocument.parse("{ok: 0, code: 189, errmsg: 'stepping down'}"), STORE),
                new MongoCommandException(BsonDocument.parse("{ok: 0, code: 14031, errmsg: 'disk full'}"), STORE),
                new UncheckedIOException(new IOException("connection refused")));
    }

    static Stream<Throwable> ours() {
        return Stream.of(
                new UnreadableEvent("no object"),
                new UnreadableEvent("no object", new IOException("unexpected end")),
                new MongoWriteException(new WriteError(11000, "E11000", new BsonDocument()), STORE, Set.of()),
                new MongoCommandException(BsonDocument.parse("{ok: 0, code: 2, errmsg: 'bad value'}"), STORE),
                new IllegalStateException("a fault of ours"),
                new TooManyEarlyEvents("item/a"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void waitsForWhatIsAway(Throwable failure) {
        assertThat(Failures.isAway(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void doesNotWaitForWhatWillNeverWork(Throwable failure) {
        assertThat(Failures.isAway(failure)).isFalse();
    }
}
