package kr.minwon.complaint.complaint.web;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filing as it is sent; nothing is checked yet. Its text form says nothing of it.
 *
 * @param officeId the caller's own when absent
 * @param category {@code other} when absent
 * @param smsConsent no when absent
 * @param isPublic no when absent
 * @param language of the texts about it, {@code ko} when absent
 * @param note for the staff, by whoever files for the resident; with an API key only
 */
record FileComplaintRequest(
        @Nullable String officeId,
        @Nullable String title,
        @Nullable String body,
        @Nullable String category,
        @Nullable LocationRequest location,
        @Nullable ReporterRequest reporter,
        @Nullable Boolean smsConsent,
        @Nullable Boolean isPublic,
        @Nullable String language,
        @Nullable String note) {
    /**
     * Where it is.
     *
     * @param others what is no part of a place: a mistyped one must not be lost unsaid
     */
    record LocationRequest(
            @Nullable String address,
            @Nullable Double lat,
            @Nullable Double lng,
            @JsonAnySetter @Schema(hidden = true) Map<String, @Nullable Object> others) {
        LocationRequest {
            others = others == null ? Map.of() : others;
        }

        /** A place of which nothing else was said. */
        static LocationRequest of(@Nullable String address, @Nullable Double lat, @Nullable Double lng) {
            return new LocationRequest(address, lat, lng, Map.of());
        }
    }

    /**
     * Who files.
     *
     * @param withoutPhone that there is no mobile phone; only an API key may say so, and then nothing is texted
     */
    record ReporterRequest(
            @Nullable String name,
            @Nullable String phone,
            @Nullable Boolean withoutPhone) {
        ReporterRequest(@Nullable String name, @Nullable String phone) {
            this(name, phone, null);
        }

        @Override
        public String toString() {
            return "ReporterRequest[]";
        }
    }

    @Override
    public String toString() {
        return "FileComplaintRequest[category=" + category + "]";
    }
}
