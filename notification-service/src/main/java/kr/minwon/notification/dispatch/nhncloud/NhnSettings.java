package kr.minwon.notification.dispatch.nhncloud;

import java.nio.file.Path;
import kr.minwon.notification.dispatch.http.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The account with NHN Cloud, {@code minwon.sms.providers.nhncloud.*}; each credential as it is or as a file.
 *
 * @param appKey or {@code appKeyFile}
 * @param secretKey or {@code secretKeyFile}
 * @param webhookSecret or {@code webhookSecretFile}: the signature entered there for webhooks; none refuses all webhooks
 */
record NhnSettings(
        @Nullable String appKey,
        @Nullable Path appKeyFile,
        @Nullable String secretKey,
        @Nullable Path secretKeyFile,
        @Nullable String webhookSecret,
        @Nullable Path webhookSecretFile) {
    Secret key() {
        return new Secret(appKey, appKeyFile);
    }

    Secret secret() {
        return new Secret(secretKey, secretKeyFile);
    }

    @Nullable
    Secret webhook() {
        return webhookSecret == null && webhookSecretFile == null ? null : new Secret(webhookSecret, webhookSecretFile);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "nhncloud";
    }
}
