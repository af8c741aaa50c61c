package kr.minwon.notification.dispatch.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.notification.dispatch.guard.Guards;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Encoding;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SmppProviderTests {
    private static final Content KOREAN = new Content("가", Encoding.EUC_KR, "t");
    private static final Content ANY = new Content("똠", Encoding.UCS_2, "t");

    /** Bound to nothing. */
    private static SmppProvider provider(Map<String, String> properties) {
        SmppSettings settings = settings(properties);
        return new SmppProvider(
                settings,
                4,
                Unheard::new,
                (host, port) -> {
                    throw new IOException("nobody");
                },
                new Guards(new SimpleMeterRegistry()).of("smpp", 4, 500, settings.breaker()));
    }

    static SmppSettings settings(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(Map.of("minwon.smpp.host", "127.0.0.1", "minwon.smpp.port", "1"));
        properties.forEach((name, value) -> all.put("minwon.smpp." + name, value));
        return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("minwon.smpp", SmppSettings.class);
    }

    @Test
    void itTakesTextsOfTheRegisteredSendersOnly() {
        SmppProvider registered = provider(Map.of("senders", "062-360-7114, 0623607115"));
        for (Content content : List.of(KOREAN, ANY)) {
            assertThat(registered.takes("0623607114", content)).isTrue();
            assertThat(registered.takes("0623607115", content)).isTrue();
            assertThat(registered.takes("0623607116", content)).isFalse();
        }
        assertThat(provider(Map.of()).takes("0623607116", KOREAN)).isTrue();
    }

    @Test
    void whatIsNoSenderNumberIsRefusedAtStart() {
        assertThatThrownBy(() -> settings(Map.of("senders", "360-7114-부서")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unboundItIsNotReadyAndGivesNoTurn() {
        SmppProvider unbound = provider(Map.of("binds", "2"));
        assertThat(unbound.isReady()).isFalse();
        assertThat(unbound.turn()).isEmpty();
        assertThat(unbound.window()).isEqualTo(8);
    }
}
