package kr.minwon.complaint.complaint.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import kr.minwon.complaint.complaint.Limits;
import org.jspecify.annotations.Nullable;

/** Describes the parts of a multipart filing to readers of the API's description; nothing is read into it. */
record FilingForm(
        @Schema(description = "JSON, instead of the fields below") @Nullable
        FileComplaintRequest complaint,

        @Schema(maxLength = Limits.TITLE) @Nullable String title,
        @Schema(maxLength = Limits.BODY) @Nullable String body,
        @Nullable String category,
        @Schema(maxLength = Limits.ADDRESS) @Nullable String address,
        @Nullable String lat,
        @Nullable String lng,
        @Schema(maxLength = Limits.NAME) @Nullable String name,
        @Schema(example = "010-1234-5678") @Nullable String phone,
        @Schema(example = "on") @Nullable String smsConsent,
        @Schema(example = "on") @Nullable String isPublic,
        @Schema(example = "en") @Nullable String language,

        @Schema(description = "JPEG, PNG, WebP, GIF; 5 of 10 MB", type = "array") @Nullable
        List<byte[]> photos) {}
