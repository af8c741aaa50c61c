package kr.minwon.gateway.proxy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.minwon.gateway.access.Callers;
import kr.minwon.gateway.clients.CallTokens;
import kr.minwon.gateway.clients.Services;
import kr.minwon.gateway.clients.Unanswered;
import kr.minwon.gateway.door.BodyTooLargeException;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.AccessTable;
import kr.minwon.signedcalls.CallSigner;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Hands a call to the service of its row, signed, on the same path and query, to the letter. Bodies stream through in
 * both directions.
 */
@Component
class Forwarding {
    private static final String NOT_YET_ROUTED = "\"urn:minwon:problem:not-yet-routed\"";
    private static final int MAX_PROBLEM_BYTES = 16_384;

    private final ProxyExchange exchange;
    private final Services services;
    private final CallTokens tokens;
    private final Callers callers;
    private final Unanswered unanswered;
    private final LocaleResolver locales;

    Forwarding(
            ProxyExchange exchange,
            Services services,
            CallTokens tokens,
            Callers callers,
            Unanswered unanswered,
            LocaleResolver locales) {
        this.exchange = exchange;
        this.services = services;
        this.tokens = tokens;
        this.callers = callers;
        this.unanswered = unanswered;
        this.locales = locales;
    }

    ServerResponse forward(ServerRequest request, AccessTable.Row row) {
        String path = request.servletRequest().getRequestURI();
        String query = request.servletRequest().getQueryString();
        ServerResponse response =
                call(request, row.service(), request.method(), query == null ? path : path + "?" + query);
        return row.service().equals("routing") && isNotYetRouted(request, response)
                ? unlessUnknown(request, row, path, response)
                : response;
    }

    /**
     * Routing cannot tell a complaint that has not reached it from one that does not exist; complaint-service can, and
     * its 404 then is the answer.
     */
    private ServerResponse unlessUnknown(
            ServerRequest request, AccessTable.Row row, String path, ServerResponse notYetRouted) {
        int prefix = row.path().indexOf("/{receiptNumber}");
        if (prefix < 0) {
            return notYetRouted;
        }
        @Nullable Object body = request.servletRequest().getAttribute(MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR);
        int end = path.indexOf('/', prefix + 1);
        ServerResponse known = call(request, "complaint", HttpMethod.GET, end < 0 ? path : path.substring(0, end));
        if (known.statusCode() == HttpStatus.NOT_FOUND) {
            return known;
        }
        request.servletRequest().setAttribute(MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR, body);
        return notYetRouted;
    }

    private ServerResponse call(ServerRequest request, String service, HttpMethod method, String pathAndQuery) {
        HttpHeaders headers = HeaderRules.inward(request.headers().asHttpHeaders());
        String contentType = request.servletRequest().getHeader(HttpHeaders.CONTENT_TYPE);
        if (contentType != null) {
            // As it was sent: the servlet API's own reading of it has a charset put in.
            headers.set(HttpHeaders.CONTENT_TYPE, contentType);
        }
        headers.setAcceptLanguageAsLocales(List.of(locales.resolveLocale(request.servletRequest())));
        headers.set(CallSigner.HEADER, tokens.of(callers.of(request.servletRequest()), service));
        long length = request.servletRequest().getContentLengthLong();
        if (length >= 0 && method.equals(request.method())) {
            headers.setContentLength(length);
        }
        try {
            return exchange.exchange(exchange.request(request)
                    .method(method)
                    .uri(URI.create(services.uri(service) + pathAndQuery))
                    .headers(headers)
                    .responseConsumer(
                            (answer, response) -> response.headers().putAll(HeaderRules.outward(answer.getHeaders())))
                    .build());
        } catch (ResourceAccessException e) {
            throw silence(service, e);
        } catch (IllegalArgumentException e) {
            // The query is no URI, for instance because of a bare bracket or quote.
            throw new ProblemException(ProblemType.BAD_REQUEST);
        }
    }

    private RuntimeException silence(String service, ResourceAccessException failure) {
        Throwable at = failure;
        while (at != null) {
            if (at instanceof BodyTooLargeException) {
                return new ProblemException(ProblemType.BODY_TOO_LARGE);
            }
            at = at.getCause();
        }
        return failure.getCause() instanceof IOException silence ? unanswered.problem(service, silence) : failure;
    }

    /** Whether the service said so. What is read of a conflict to find out is put back for the client. */
    private static boolean isNotYetRouted(ServerRequest request, ServerResponse response) {
        if (response.statusCode() != HttpStatus.CONFLICT
                || !(request.servletRequest().getAttribute(MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR)
                        instanceof InputStream answer)) {
            return false;
        }
        try {
            byte[] problem = answer.readNBytes(MAX_PROBLEM_BYTES);
            request.servletRequest()
                    .setAttribute(
                            MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR,
                            new SequenceInputStream(new ByteArrayInputStream(problem), answer));
            return new String(problem, StandardCharsets.UTF_8).contains(NOT_YET_ROUTED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
