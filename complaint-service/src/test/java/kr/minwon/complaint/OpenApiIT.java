package kr.minwon.complaint;

import static kr.minwon.complaint.Office.SERVICE;
import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import kr.minwon.complaint.RunningService.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The API describes itself. */
class OpenApiIT {
    @Test
    void describesEveryCallAndNothingOfTheHouse() {
        Reply description = SERVICE.get(anonymous(), "/v3/api-docs");

        assertThat(description.status()).isEqualTo(200);
        JsonNode paths = description.json().get("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/complaints",
                        "/api/v1/complaints/{receiptNumber}",
                        "/api/v1/staff/search",
                        "/api/v1/staff/complaints/{receiptNumber}/answer");
        JsonNode content = paths.at("/~1api~1v1~1complaints/post/requestBody/content");
        assertThat(content.propertyNames()).contains("application/json", "multipart/form-data");
        // Who calls comes by the gateway's signature, not from the client.
        assertThat(description.json().toString()).doesNotContain("\"caller\"", "idempotencyScope");
    }
}
