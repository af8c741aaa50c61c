package kr.minwon.notification.dispatch.solapi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import kr.minwon.notification.dispatch.http.Hmac;

/** SOLAPI's {@code Authorization}: a hexadecimal HMAC over date and salt. One is good once, and within 15 minutes. */
final class SolapiSignature {
    private SolapiSignature() {}

    /** @param salt 12 to 64 characters by chance, never used before */
    static String header(String apiKey, String apiSecret, Instant now, String salt) {
        String date = now.truncatedTo(ChronoUnit.SECONDS).toString();
        String signature = HexFormat.of().formatHex(Hmac.sha256(apiSecret, date + salt));
        return "HMAC-SHA256 apiKey=" + apiKey + ", date=" + date + ", salt=" + salt + ", signature=" + signature;
    }
}
