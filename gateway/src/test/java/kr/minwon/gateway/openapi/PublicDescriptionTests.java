package kr.minwon.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import kr.minwon.signedcalls.AccessTable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicDescriptionTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COMPLAINT = """
            {"openapi":"3.1.0","info":{"title":"x"},
             "paths":{"/api/v1/complaints":{"post":{"summary":"접수","operationId":"file_1","responses":{"201":{"content":
                 {"application/json":{"schema":{"$ref":"#/components/schemas/Receipt"}}}}}}},
               "/internal":{"get":{"summary":"secret"}}},
             "components":{"schemas":{"Receipt":{"properties":{"steps":{"items":{"$ref":"#/components/schemas/Step"}}}},
               "Step":{"type":"string"}}}}""";

    private final JsonNode merged = new PublicDescription(JSON, AccessTable.load())
            .merge(service -> service.equals("complaint") ? JSON.readTree(COMPLAINT) : null);

    @Test
    void describesEveryRowAndNothingElse() {
        AccessTable.load()
                .rows()
                .forEach(row -> assertThat(merged.path("paths")
                                .path(row.path())
                                .path(row.method().toLowerCase(java.util.Locale.ROOT))
                                .isObject())
                        .as(row.method() + " " + row.path())
                        .isTrue());
        assertThat(merged.path("paths").has("/internal")).isFalse();
    }

    @Test
    void takesOverWhatTheServiceSaysUnderItsName() {
        JsonNode filing = merged.path("paths").path("/api/v1/complaints").path("post");
        assertThat(filing.path("summary").asString()).isEqualTo("접수");
        assertThat(filing.at("/responses/201/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/complaint.Receipt");
        assertThat(merged.at("/components/schemas/complaint.Receipt/properties/steps/items/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/complaint.Step");
    }

    @Test
    void saysWhoMayCall() {
        assertThat(merged.at("/paths/~1api~1v1~1complaints/post").has("security"))
                .isFalse();
        JsonNode claim = merged.path("paths")
                .path("/api/v1/staff/complaints/{receiptNumber}/claim")
                .path("post");
        assertThat(claim.at("/security/0/apiKey").isArray()).isTrue();
        assertThat(claim.path("x-roles").toString()).isEqualTo("[\"officer\",\"lead\"]");
        assertThat(claim.at("/parameters/0/name").asString()).isEqualTo("receiptNumber");
        assertThat(claim.path("operationId").asString()).isEqualTo("post-api-v1-staff-complaints-receiptNumber-claim");
    }
}
