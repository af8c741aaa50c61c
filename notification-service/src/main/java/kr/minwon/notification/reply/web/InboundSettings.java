package kr.minwon.notification.reply.web;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import kr.minwon.notification.dispatch.http.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may bring inbound texts over HTTP.
 *
 * @param sources by the name in the address
 */
@ConfigurationProperties("minwon.sms.inbound")
record InboundSettings(@Nullable Map<String, Source> sources) {
    InboundSettings {
        sources = Map.copyOf(Objects.requireNonNullElse(sources, Map.of()));
    }

    /**
     * A source.
     *
     * @param secret or {@code secretFile}: what its signatures are made with
     */
    record Source(@Nullable String secret, @Nullable Path secretFile) {
        Secret key() {
            return new Secret(secret, secretFile);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "source";
        }
    }

    @Nullable
    Source of(String name) {
        return Objects.requireNonNull(sources).get(name);
    }
}
