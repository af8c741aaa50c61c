package kr.minwon.gateway.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import kr.minwon.gateway.access.ApiPaths;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The language of pages: Korean, or English once somebody asked by {@code ?lang=en}; a cookie remembers it. What the
 * browser prefers does not count, so that a phone set up abroad still shows its owner's Korean. From here on the request
 * says so itself, in {@code Accept-Language}, and services answer in the same language.
 */
final class PageLanguage extends OncePerRequestFilter {
    static final String PARAMETER = "lang";
    static final String COOKIE = "lang";
    private static final List<Locale> KNOWN = List.of(Locale.KOREAN, Locale.ENGLISH);
    private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ApiPaths.isApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The query only: reading a parameter here would read the body before its limits are checked.
        Locale asked = known(ofQuery(request.getQueryString()));
        if (asked != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, asked.getLanguage())
                            .path("/")
                            .maxAge(YEAR_SECONDS)
                            .httpOnly(true)
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
        Locale locale = Stream.of(asked, known(ofCookie(request)), Locale.KOREAN)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Locale.KOREAN);
        chain.doFilter(new Spoken(request, locale), response);
    }

    private static @Nullable String ofQuery(@Nullable String query) {
        return query == null
                ? null
                : Arrays.stream(query.split("&", -1))
                        .filter(pair -> pair.startsWith(PARAMETER + "="))
                        .map(pair -> pair.substring(PARAMETER.length() + 1))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String ofCookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Locale known(@Nullable String language) {
        return KNOWN.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst()
                .orElse(null);
    }

    /** A request in that language. */
    private static final class Spoken extends HttpServletRequestWrapper {
        private final Locale locale;

        Spoken(HttpServletRequest request, Locale locale) {
            super(request);
            this.locale = locale;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(name) ? locale.getLanguage() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(name)
                    ? Collections.enumeration(List.of(locale.getLanguage()))
                    : super.getHeaders(name);
        }

        @Override
        public Locale getLocale() {
            return locale;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(locale));
        }
    }
}
