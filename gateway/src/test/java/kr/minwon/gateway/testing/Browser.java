package kr.minwon.gateway.testing;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** A browser with a CSRF cookie, as a page would have left it, that can sign in. */
public final class Browser {
    private static final String CSRF_COOKIE = "__Host-csrf";

    private final Http http;

    public Browser(GatewayAtWork gateway) {
        http = gateway.http();
        csrf();
    }

    public Http http() {
        return http;
    }

    /** The token as a page would carry it: masked anew each time. */
    public String csrf() {
        // Signing in takes the cookie away; the next page would set a new one.
        String cookie = http.cookies()
                .computeIfAbsent(CSRF_COOKIE, name -> UUID.randomUUID().toString());
        byte[] token = cookie.getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[token.length * 2];
        for (int at = 0; at < token.length; at++) {
            masked[at] = (byte) (at * 31 + 7);
            masked[token.length + at] = (byte) (token[at] ^ masked[at]);
        }
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    public HttpResponse<String> signIn(String username, String password) {
        return http.form("/staff/login", form("username", username, "password", password, "_csrf", csrf()));
    }

    public HttpResponse<String> signOut() {
        return http.form("/staff/logout", form("_csrf", csrf()));
    }

    /** The body of a form. */
    public static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            form.append(at == 0 ? "" : "&")
                    .append(namesAndValues[at])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[at + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    public String session() {
        return http.cookies().get("__Host-minwon");
    }
}
