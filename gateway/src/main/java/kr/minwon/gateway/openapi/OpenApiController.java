package kr.minwon.gateway.openapi;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import kr.minwon.gateway.clients.ServiceDescriptions;
import kr.minwon.signedcalls.AccessTable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API's OpenAPI document; put together at most every ten seconds. */
@RestController
class OpenApiController {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final String WHOLE = "whole";

    private final LoadingCache<String, JsonNode> documents;

    OpenApiController(ServiceDescriptions services, AccessTable table, JsonMapper json) {
        PublicDescription description = new PublicDescription(json, table);
        documents = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(1)
                .build(whole ->
                        description.merge(service -> services.of(service).orElse(null)));
    }

    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode document() {
        return documents.get(WHOLE);
    }
}
