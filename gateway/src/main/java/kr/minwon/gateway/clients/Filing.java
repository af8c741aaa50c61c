package kr.minwon.gateway.clients;

import org.jspecify.annotations.Nullable;

/**
 * A complaint to be filed, as in {@code POST /api/v1/complaints}; what is null is left out.
 *
 * @param language of the texts about it
 * @param note for the staff, by a key that files for a resident
 * @param isPublic whether the complaint may be shown to everyone, without names
 */
public record Filing(
        @Nullable String officeId,
        @Nullable String title,
        @Nullable String body,
        @Nullable String category,
        @Nullable Location location,
        @Nullable Reporter reporter,
        @Nullable Boolean smsConsent,
        @Nullable Boolean isPublic,
        @Nullable String language,
        @Nullable String note) {
    /** Where it is. */
    public record Location(
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable String address) {}

    /**
     * Who files it.
     *
     * @param withoutPhone that there is no mobile phone; for keys only
     */
    public record Reporter(
            @Nullable String name,
            @Nullable String phone,
            @Nullable Boolean withoutPhone) {
        public Reporter(@Nullable String name, @Nullable String phone) {
            this(name, phone, null);
        }

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "Reporter[sealed]";
        }
    }
}
