package kr.minwon.gateway.access;

import jakarta.servlet.http.HttpServletRequest;

/** Which paths are programs' and which are people's. */
public final class ApiPaths {
    private static final String[] ROOTS = {"/api", "/open311", "/v3"};

    private ApiPaths() {}

    /** Whether the answer is for a program: problems as JSON, no page. */
    public static boolean isApi(HttpServletRequest request) {
        String path = request.getRequestURI();
        for (String root : ROOTS) {
            if (path.equals(root) || path.startsWith(root + "/")) {
                return true;
            }
        }
        return false;
    }
}
