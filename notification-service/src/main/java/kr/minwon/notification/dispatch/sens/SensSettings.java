package kr.minwon.notification.dispatch.sens;

import java.nio.file.Path;
import kr.minwon.notification.dispatch.http.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The account with NAVER Cloud SENS, {@code minwon.sms.providers.sens.*}; each credential as it is or as a file.
 *
 * @param serviceId of the SMS service, such as {@code ncp:sms:kr:…}
 * @param accessKey or {@code accessKeyFile}
 * @param secretKey or {@code secretKeyFile}
 */
record SensSettings(
        @Nullable String serviceId,
        @Nullable String accessKey,
        @Nullable Path accessKeyFile,
        @Nullable String secretKey,
        @Nullable Path secretKeyFile) {
    String service() {
        if (serviceId == null || !serviceId.matches("[A-Za-z0-9:_-]+")) {
            throw new IllegalArgumentException("minwon.sms.providers.sens.service-id is like ncp:sms:kr:…");
        }
        return serviceId;
    }

    Secret key() {
        return new Secret(accessKey, accessKeyFile);
    }

    Secret secret() {
        return new Secret(secretKey, secretKeyFile);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "sens " + serviceId;
    }
}
