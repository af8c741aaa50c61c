package kr.minwon.gateway.proxy;

import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.minwon.gateway.access.Callers;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.AccessTable;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The routes of the public API: the rows of the access table and nothing else. */
@Configuration(proxyBeanMethods = false)
class PublicApi {
    @Bean
    ProxyExchange proxyExchange(ClientHttpRequestFactory serviceRequests, ObservationRegistry observations) {
        RestClient client = RestClient.builder()
                .requestFactory(serviceRequests)
                .observationRegistry(observations)
                .build();
        return new RestClientProxyExchange(client, new GatewayMvcProperties());
    }

    @Bean
    RouterFunction<ServerResponse> publicApiRoutes(
            AccessTable table, Forwarding forwarding, Limits limits, Callers callers) {
        Map<String, PathPattern> patterns = table.rows().stream()
                .map(AccessTable.Row::path)
                .distinct()
                .collect(Collectors.toMap(path -> path, PathPatternParser.defaultInstance::parse));
        return request -> route(request, table, patterns, new Counted(forwarding, limits, callers));
    }

    private static Optional<HandlerFunction<ServerResponse>> route(
            ServerRequest request, AccessTable table, Map<String, PathPattern> patterns, Counted calls) {
        // The raw path, the same text that decided who may call: no second reading of it, no disagreement.
        HttpServletRequest raw = request.servletRequest();
        Optional<AccessTable.Row> row = table.find(raw.getMethod(), raw.getRequestURI());
        row.ifPresent(found -> {
            raw.setAttribute(MvcUtils.GATEWAY_ROUTE_ID_ATTR, found.path());
            PathPattern pattern = patterns.get(found.path());
            if (pattern != null) {
                raw.setAttribute(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE, pattern);
            }
        });
        if (row.isPresent() || !raw.getRequestURI().startsWith("/api/")) {
            return row.map(found -> call -> calls.forward(call, found));
        }
        return Optional.of(call -> nowhere(table, call.servletRequest()));
    }

    private static ServerResponse nowhere(AccessTable table, HttpServletRequest request) {
        String methods = table.rows().stream()
                .filter(row -> row.pattern().matcher(request.getRequestURI()).matches())
                .map(AccessTable.Row::method)
                .distinct()
                .collect(Collectors.joining(", "));
        if (methods.isEmpty()) {
            throw new ProblemException(ProblemType.NO_SUCH_PAGE);
        }
        throw new ProblemException(ProblemType.WRONG_METHOD).with("allowed", methods);
    }

    /** Forwarding within the limits. */
    private record Counted(Forwarding forwarding, Limits limits, Callers callers) {
        ServerResponse forward(ServerRequest request, AccessTable.Row row) {
            HttpServletRequest raw = request.servletRequest();
            if (row.path().equals("/api/v1/complaints")) {
                limits.file(raw, callers.of(raw));
            } else if (row.path().equals("/api/v1/deadlines") || row.path().endsWith("/suggestions")) {
                limits.calculate(raw);
            }
            boolean lookup = row.scope() == AccessTable.Scope.CODE;
            if (lookup) {
                limits.checkLookup(raw);
            }
            ServerResponse response = forwarding.forward(request, row);
            if (lookup && isFailure(response)) {
                limits.lookupFailed(raw);
            }
            return response;
        }

        private static boolean isFailure(ServerResponse response) {
            int status = response.statusCode().value();
            return status == 401 || status == 403 || status == 404;
        }
    }
}
