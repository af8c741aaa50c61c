package kr.minwon.complaint.complaint.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resident supplies as multipart, for the description of the API; {@link MultipartFiling} reads it.
 *
 * @param moreTime asks for more time instead
 * @param agree answers a proposed extension instead
 */
record SupplyForm(
        @Nullable String text,
        @Nullable Boolean moreTime,
        @Nullable Boolean agree,

        @ArraySchema(schema = @Schema(type = "string", format = "binary")) @Nullable
        List<String> photos) {}
