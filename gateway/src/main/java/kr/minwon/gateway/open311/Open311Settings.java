package kr.minwon.gateway.open311;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an office says of itself to Open311's clients.
 *
 * @param url where clients reach it, such as {@code https://minwon.seogu.example/open311/v2}; as asked for when unset
 * @param jurisdictions ids that stand for the office beside its own, such as its host name
 * @param contact of whoever answers developers; the office's name and telephone when unset
 * @param keyService how a key is had; a sentence when unset
 * @param publicByDefault whether everyone may read a request that does not say {@code attribute[public]}
 */
@ConfigurationProperties("minwon.open311")
record Open311Settings(
        @Nullable String url,
        @DefaultValue List<String> jurisdictions,
        @Nullable String contact,
        @Nullable String keyService,
        @DefaultValue("true") boolean publicByDefault) {}
