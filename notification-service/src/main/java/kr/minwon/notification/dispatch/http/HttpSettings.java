package kr.minwon.notification.dispatch.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import kr.minwon.notification.dispatch.Senders;
import kr.minwon.notification.dispatch.guard.BreakerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * What every provider over HTTP is told, {@code minwon.sms.providers.<name>.*}.
 *
 * @param baseUrl where it is reached, without a slash at the end; its own public address when absent
 * @param weight its share of the texts, in points
 * @param window most texts on their way to it at once
 * @param perSecond most calls a second
 * @param connectWithin how long a connection may take
 * @param answerWithin how long a call may take before nobody can tell
 * @param longestPause no pause that it asks for is kept longer
 * @param senders numbers that are registered with it (발신번호 사전등록); empty leaves the check to it
 * @param breaker when to leave it alone
 */
public record HttpSettings(
        @Nullable URI baseUrl,
        @DefaultValue("50") int weight,
        @DefaultValue("8") int window,
        @DefaultValue("50") int perSecond,
        @DefaultValue("3s") Duration connectWithin,
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue List<String> senders,
        @DefaultValue BreakerSettings breaker) {
    private static final String PREFIX = "minwon.sms.providers.";

    /** @throws IllegalArgumentException for what cannot be */
    public HttpSettings {
        if (window < 1 || perSecond < 1 || weight < 0) {
            throw new IllegalArgumentException(PREFIX + "*: window and per-second are at least 1, weight at least 0");
        }
        senders = Senders.digits(senders);
    }

    /** The settings of a provider. */
    public static HttpSettings of(Environment environment, String provider) {
        return Binder.get(environment).bindOrCreate(PREFIX + provider, HttpSettings.class);
    }

    /** Another group of a provider's settings, at the same place. */
    public static <T> T of(Environment environment, String provider, Class<T> type) {
        return Binder.get(environment).bindOrCreate(PREFIX + provider, type);
    }

    /** The address of a path there. */
    public URI at(URI publicAddress, String pathAndQuery) {
        return URI.create((baseUrl == null ? publicAddress : baseUrl) + pathAndQuery);
    }

    /** How long an answer asks to be left alone, as far as that is kept. */
    Duration pause(Answer answer, Instant now) {
        Duration asked = answer.retryAfter(now);
        return asked.compareTo(longestPause) > 0 ? longestPause : asked;
    }

    boolean knows(String sender) {
        return Senders.have(senders, sender);
    }

    @Override
    public String toString() {
        return senders.stream().collect(Collectors.joining(", ", baseUrl + " from ", ""));
    }
}
