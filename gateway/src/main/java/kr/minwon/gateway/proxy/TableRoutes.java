package kr.minwon.gateway.proxy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.problems.Problems;
import kr.minwon.signedcalls.AccessTable;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The routes of the public API: the rows of the access table and nothing else. */
@Component
class TableRoutes implements RouterFunction<ServerResponse> {
    private static final String API = "/api/";

    private final AccessTable table;
    private final CountedCalls calls;
    private final Problems problems;
    private final LocaleResolver locales;
    /** What the meters call a path, receipt numbers left out. */
    private final Map<String, PathPattern> patterns;

    TableRoutes(AccessTable table, CountedCalls calls, Problems problems, LocaleResolver locales) {
        this.table = table;
        this.calls = calls;
        this.problems = problems;
        this.locales = locales;
        this.patterns = table.rows().stream()
                .map(AccessTable.Row::path)
                .distinct()
                .collect(Collectors.toMap(path -> path, PathPatternParser.defaultInstance::parse));
    }

    @Override
    public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        HttpServletRequest raw = request.servletRequest();
        if (!raw.getRequestURI().startsWith(API)) {
            return Optional.empty();
        }
        // The raw path, the same text that decided who may call: no second reading of it, no disagreement.
        return Optional.of(table.find(raw.getMethod(), raw.getRequestURI())
                .map(row -> found(row, raw))
                .orElse(call -> nowhere(call.servletRequest())));
    }

    private HandlerFunction<ServerResponse> found(AccessTable.Row row, HttpServletRequest raw) {
        raw.setAttribute(MvcUtils.GATEWAY_ROUTE_ID_ATTR, row.path());
        raw.setAttribute(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE, patterns.get(row.path()));
        return call -> calls.forward(call, row);
    }

    private ServerResponse nowhere(HttpServletRequest request) {
        String methods = table.rows().stream()
                .filter(row -> row.pattern().matcher(request.getRequestURI()).matches())
                .map(AccessTable.Row::method)
                .distinct()
                .collect(Collectors.joining(", "));
        if (methods.isEmpty()) {
            throw new ProblemException(ProblemType.NO_SUCH_PAGE);
        }
        ProblemDetail problem = Objects.requireNonNull(
                problems.answer(new ProblemException(ProblemType.WRONG_METHOD), locales.resolveLocale(request))
                        .getBody());
        return ServerResponse.status(problem.getStatus())
                .header(HttpHeaders.ALLOW, methods)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
