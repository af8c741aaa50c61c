package kr.minwon.notification.dispatch.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import kr.minwon.notification.Phones;
import kr.minwon.notification.dispatch.Provider;
import kr.minwon.notification.dispatch.guard.Guards;
import kr.minwon.notification.message.Encoding;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each of several sessions has a window of its own, and gets back what it lent whatever becomes of it. */
class SmppWindowIT {
    private static final int WINDOW = 3;
    private static final int BINDS = 4;
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Phones phones = new Phones();
    private final Wires wires = new Wires();
    private SmppProvider provider;

    /** Connections that can be cut, and kept from coming back. */
    private static final class Wires implements ConnectionFactory {
        private final SmppConnections real = new SmppConnections(Duration.ofSeconds(5), null);
        private final List<Connection> made = new CopyOnWriteArrayList<>();
        private volatile int most = BINDS;

        @Override
        public Connection createConnection(String host, int port) throws IOException {
            if (made.size() >= most) {
                throw new IOException("cut");
            }
            Connection connection = real.createConnection(host, port);
            made.add(connection);
            return connection;
        }

        void cut(int left) throws IOException {
            most = left;
            while (made.size() > left) {
                made.removeLast().close();
            }
        }
    }

    @BeforeEach
    void bind() {
        SmppSettings settings = SmppProviderTests.settings(Map.of(
                "port",
                String.valueOf(phones.smppPort()),
                "binds",
                String.valueOf(BINDS),
                "per-second",
                "100000",
                "breaker.window",
                "1000",
                "breaker.minimum",
                "1000"));
        provider = new SmppProvider(
                settings,
                WINDOW,
                Unheard::new,
                wires,
                new Guards(new SimpleMeterRegistry()).of("smpp", WINDOW * BINDS, 100_000, settings.breaker()));
        provider.start();
        awaitSessions(BINDS);
    }

    @AfterEach
    void close() {
        provider.close();
        phones.close();
    }

    private void awaitSessions(int count) {
        await().atMost(SOON).until(() -> phones.sessions() == count);
        await().atMost(SOON).untilAsserted(() -> {
            List<Provider.Turn> turns = allTurns();
            turns.forEach(Provider.Turn::close);
            assertThat(turns).hasSize(count * WINDOW);
        });
    }

    private List<Provider.Turn> allTurns() {
        List<Provider.Turn> turns = new ArrayList<>();
        for (Optional<Provider.Turn> next = provider.turn(); next.isPresent(); next = provider.turn()) {
            turns.add(next.get());
        }
        return turns;
    }

    @Test
    void theSessionThatIsLeftIsGivenNoMoreThanItsOwnWindowAndTheOthersGetTheirsBack() throws IOException {
        List<Provider.Turn> underWay = allTurns();
        assertThat(underWay).hasSize(BINDS * WINDOW);
        wires.cut(1);
        await().atMost(SOON).until(() -> phones.sessions() == 1);
        underWay.forEach(Provider.Turn::close);
        awaitSessions(1);

        wires.most = BINDS;
        awaitSessions(BINDS);
    }

    @Test
    void aTurnOfASessionThatWasLostIsBusyAndGivesItsPlaceBack() throws IOException {
        List<Provider.Turn> underWay = allTurns();
        wires.cut(0);
        await().atMost(SOON).until(() -> phones.sessions() == 0);
        for (Provider.Turn turn : underWay) {
            try (turn) {
                assertThat(turn.handOver(
                                new Provider.Submission("id", 1, "0623607114", "01012345678", "가", Encoding.EUC_KR)))
                        .isNotInstanceOf(Provider.Handover.Accepted.class);
            }
        }
        assertThat(provider.turn()).isEmpty();

        wires.most = BINDS;
        awaitSessions(BINDS);
    }
}
