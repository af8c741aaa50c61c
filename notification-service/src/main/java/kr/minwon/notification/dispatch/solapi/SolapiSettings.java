package kr.minwon.notification.dispatch.solapi;

import java.nio.file.Path;
import kr.minwon.notification.dispatch.http.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The account with SOLAPI, {@code minwon.sms.providers.solapi.*}; each credential as it is or as a file.
 *
 * @param apiKey or {@code apiKeyFile}
 * @param apiSecret or {@code apiSecretFile}
 * @param webhookSecret or {@code webhookSecretFile}: what is entered there for webhooks; none refuses all webhooks
 */
record SolapiSettings(
        @Nullable String apiKey,
        @Nullable Path apiKeyFile,
        @Nullable String apiSecret,
        @Nullable Path apiSecretFile,
        @Nullable String webhookSecret,
        @Nullable Path webhookSecretFile) {
    Secret key() {
        return new Secret(apiKey, apiKeyFile);
    }

    Secret secret() {
        return new Secret(apiSecret, apiSecretFile);
    }

    @Nullable
    Secret webhook() {
        return webhookSecret == null && webhookSecretFile == null ? null : new Secret(webhookSecret, webhookSecretFile);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "solapi";
    }
}
