package kr.minwon.notification.dispatch.sens;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import kr.minwon.notification.dispatch.http.Hmac;

/** NAVER Cloud's signature v2: Base64 HMAC over method, path with query, time and access key; good for five minutes. */
final class SensSignature {
    private SensSignature() {}

    /** @param uri as it is asked for: its path and query are signed to the letter */
    static String of(String method, URI uri, Instant now, String accessKey, String secretKey) {
        String path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        String text = method + " " + path + "\n" + now.toEpochMilli() + "\n" + accessKey;
        return Base64.getEncoder().encodeToString(Hmac.sha256(secretKey, text));
    }
}
