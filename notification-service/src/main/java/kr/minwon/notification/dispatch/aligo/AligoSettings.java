package kr.minwon.notification.dispatch.aligo;

import java.nio.file.Path;
import kr.minwon.notification.dispatch.http.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The account with Aligo, {@code minwon.sms.providers.aligo.*}.
 *
 * @param key or {@code keyFile}, as it is or as a file
 * @param userId the user
 */
record AligoSettings(
        @Nullable String key,
        @Nullable Path keyFile,
        @Nullable String userId) {
    Secret secret() {
        return new Secret(key, keyFile);
    }

    String user() {
        if (userId == null || userId.isBlank()) {
            throw new IllegalArgumentException("minwon.sms.providers.aligo.user-id is missing");
        }
        return userId;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "aligo " + userId;
    }
}
