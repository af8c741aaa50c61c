package kr.minwon.gateway.clients;

import java.util.Map;
import java.util.Optional;
import kr.minwon.problems.ProblemException;
import org.springframework.web.service.annotation.GetExchange;
import tools.jackson.databind.JsonNode;

/** What each service says of its API. */
public final class ServiceDescriptions {
    private final Map<String, Description> services;

    ServiceDescriptions(Map<String, Description> services) {
        this.services = Map.copyOf(services);
    }

    /** One service's OpenAPI document. */
    interface Description {
        @GetExchange("/v3/api-docs")
        JsonNode read();
    }

    /** The service's OpenAPI document, unless it is away or has none. */
    public Optional<JsonNode> of(String service) {
        Description description = services.get(service);
        if (description == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(description.read());
        } catch (ServiceProblem | ProblemException unavailable) {
            return Optional.empty();
        }
    }
}
