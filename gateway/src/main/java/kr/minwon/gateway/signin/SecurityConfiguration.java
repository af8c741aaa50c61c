package kr.minwon.gateway.signin;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import kr.minwon.gateway.access.ApiPaths;
import kr.minwon.gateway.access.Callers;
import kr.minwon.gateway.accounts.Accounts;
import kr.minwon.gateway.apikeys.ApiKeys;
import kr.minwon.gateway.door.Refusals;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.AccessTable;
import kr.minwon.signedcalls.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Two chains: programs on the API (key, or a staff session with a CSRF token), people on the pages (session, CSRF
 * token by cookie so that a stranger needs no session).
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(SignInSettings.class)
class SecurityConfiguration {
    static final String LOGIN = "/staff/login";
    static final String LOGOUT = "/staff/logout";
    /** Where staff land who came from nowhere in particular. */
    static final String HOME = "/staff";

    private static final ProblemType BAD_CSRF = new ProblemType("bad-csrf", 403);
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("__Host-csrf");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            AccessTable table,
            Callers callers,
            ApiKeys keys,
            StaffSessionContexts contexts,
            CsrfTokenRepository csrfTokens,
            Refusals refusals)
            throws Exception {
        bare(http);
        return http.securityMatcher(ApiPaths::isApi)
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(SecurityConfiguration::actsForASession))
                .addFilterBefore(new ApiKeyFilter(keys, refusals), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(calls -> calls.anyRequest()
                        .access((authentication, call) -> new AuthorizationDecision(
                                switch (table.decide(
                                        call.getRequest().getMethod(),
                                        call.getRequest().getRequestURI(),
                                        callers.of(call.getRequest()).role())) {
                                    case SIGN_IN, FORBIDDEN -> false;
                                    // What no row names is nowhere: the router answers 404 or 405.
                                    case ALLOWED, UNKNOWN_PATH, UNKNOWN_METHOD -> true;
                                })))
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, stranger) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            refusals.refuse(request, response, new ProblemException(ProblemType.NOT_SIGNED_IN));
                        })
                        .accessDeniedHandler(
                                (request, response, denied) -> refusals.refuse(request, response, problem(denied))))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            StaffSessionContexts contexts,
            CsrfTokenRepository csrfTokens,
            Accounts accounts,
            PasswordEncoder passwords,
            SignInSettings settings,
            MeterRegistry meters,
            Limits limits,
            Refusals refusals)
            throws Exception {
        String[] staff = Arrays.stream(Role.values())
                .filter(Role::isStaff)
                .map(Role::name)
                .toArray(String[]::new);
        bare(http);
        return http.securityContext(context -> context.securityContextRepository(contexts))
                // Ours alone: Spring Security would ask a provider bean a second time, and count a failure twice.
                .authenticationManager(
                        new ProviderManager(new SignIn(accounts, passwords, settings, Clock.systemUTC(), meters)))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .addFilterBefore(new SignInGate(limits, refusals), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(pages -> pages.requestMatchers(LOGIN, LOGOUT)
                        .permitAll()
                        .requestMatchers("/staff", "/staff/**")
                        .hasAnyRole(staff)
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage(LOGIN)
                        .loginProcessingUrl(LOGIN)
                        .successHandler((request, response, signedIn) -> response.sendRedirect(wanted(request)))
                        .failureHandler((request, response, failure) -> {
                            limits.signInFailed(request);
                            String wanted = wanted(request);
                            response.sendRedirect(
                                    LOGIN + "?error" + (wanted.equals(HOME) ? "" : "&to=" + escaped(wanted)));
                        }))
                .logout(out -> out.logoutUrl(LOGOUT)
                        .logoutSuccessUrl(LOGIN + "?out")
                        .clearAuthentication(true)
                        .invalidateHttpSession(true))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, stranger) -> toSignIn(request, response))
                        .accessDeniedHandler(
                                (request, response, denied) -> refusals.refuse(request, response, problem(denied))))
                .build();
    }

    /** Leaves out what we do by ourselves or not at all. */
    private static void bare(HttpSecurity http) throws Exception {
        http.headers(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .rememberMe(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()));
    }

    /** Whether a browser sends its session along, perhaps without its user's knowing. */
    private static boolean actsForASession(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getSession(false) != null;
    }

    private static ProblemException problem(AccessDeniedException denied) {
        return new ProblemException(denied instanceof CsrfException ? BAD_CSRF : ProblemType.FORBIDDEN);
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString();
        String from =
                request.getMethod().equals("GET") ? request.getRequestURI() + (query == null ? "" : "?" + query) : HOME;
        String login = LOGIN + "?to=" + escaped(from);
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(login);
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", LOGIN);
        }
    }

    /** The staff page that was asked for before signing in; never another site's. */
    private static String wanted(HttpServletRequest request) {
        String to = request.getParameter("to");
        return to != null && to.matches("/staff(/[A-Za-z0-9/_-]*)?(\\?[A-Za-z0-9=&%_.~-]*)?") && !to.startsWith(LOGIN)
                ? to
                : HOME;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
