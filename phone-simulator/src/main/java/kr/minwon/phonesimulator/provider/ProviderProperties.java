package kr.minwon.phonesimulator.provider;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The accounts that the HTTP providers know, and where they post receipts.
 *
 * @param clockSkewSeconds how far their clock is from the machine's
 */
@ConfigurationProperties("simulator.providers")
record ProviderProperties(
        @DefaultValue Solapi solapi,
        @DefaultValue Sens sens,
        @DefaultValue NhnCloud nhncloud,
        @DefaultValue Aligo aligo,
        @DefaultValue("0") int clockSkewSeconds) {

    /**
     * SOLAPI.
     *
     * @param webhookUrl where receipts are posted; none posts none
     */
    record Solapi(
            @DefaultValue("NCSSIMULATOR") String apiKey,
            @DefaultValue("simulator-secret") String apiSecret,
            @Nullable URI webhookUrl,
            @DefaultValue("simulator-webhook") String webhookSecret) {}

    /** NAVER Cloud SENS. */
    record Sens(
            @DefaultValue("ncp:sms:kr:100000000000:simulator")
            String serviceId,

            @DefaultValue("simulator-access") String accessKey,
            @DefaultValue("simulator-secret") String secretKey) {}

    /**
     * NHN Cloud.
     *
     * @param webhookUrl where receipts are posted; none posts none
     */
    record NhnCloud(
            @DefaultValue("simulator-app") String appKey,
            @DefaultValue("simulator-secret") String secretKey,
            @Nullable URI webhookUrl,
            @DefaultValue("simulator-webhook") String webhookSecret) {}

    /** Aligo. */
    record Aligo(
            @DefaultValue("simulator-key") String key,
            @DefaultValue("simulator") String userId) {}
}
