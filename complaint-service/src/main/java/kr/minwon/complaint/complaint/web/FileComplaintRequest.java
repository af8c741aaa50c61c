package kr.minwon.complaint.complaint.web;

import org.jspecify.annotations.Nullable;

/**
 * A filing as it is sent; nothing is checked yet. Its text form says nothing of it.
 *
 * @param officeId the caller's own when absent
 * @param category {@code other} when absent
 * @param smsConsent no when absent
 * @param isPublic no when absent
 * @param language of the texts about it, {@code ko} when absent
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
        @Nullable String language) {
    /** Where it is. */
    record LocationRequest(
            @Nullable String address,
            @Nullable Double lat,
            @Nullable Double lng) {}

    /** Who files. */
    record ReporterRequest(@Nullable String name, @Nullable String phone) {
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
