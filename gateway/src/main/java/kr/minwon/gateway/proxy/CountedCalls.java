package kr.minwon.gateway.proxy;

import jakarta.servlet.http.HttpServletRequest;
import kr.minwon.gateway.access.Callers;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.signedcalls.AccessTable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Forwards within the limits. Of look-ups only failures count, and they are known afterwards: calls under way at the
 * same moment can overshoot the limit by their number, which a code of 80 bits does not mind.
 */
@Component
class CountedCalls {
    private static final String FILING = "/api/v1/complaints";
    private static final String CODES = "/api/v1/phone-verifications";
    private static final String DEADLINES = "/api/v1/deadlines";
    private static final String SUGGESTIONS = "/api/v1/categories/suggestions";

    private static final String OPEN = "/api/v1/public/";

    private final Forwarding forwarding;
    private final Limits limits;
    private final Callers callers;

    CountedCalls(Forwarding forwarding, Limits limits, Callers callers) {
        this.forwarding = forwarding;
        this.limits = limits;
        this.callers = callers;
    }

    ServerResponse forward(ServerRequest request, AccessTable.Row row) {
        HttpServletRequest raw = request.servletRequest();
        switch (row.path()) {
            case FILING -> limits.file(raw, callers.of(raw));
            case CODES -> limits.sendCode(raw);
            case DEADLINES, SUGGESTIONS -> limits.calculate(raw);
            default -> {
                if (row.path().startsWith(OPEN)) {
                    limits.readOpenly(raw);
                }
            }
        }
        if (row.scope() != AccessTable.Scope.CODE) {
            return forwarding.forward(request, row);
        }
        limits.checkLookup(raw);
        ServerResponse response = forwarding.forward(request, row);
        if (isWrongNumberOrCode(response)) {
            limits.lookupFailed(raw);
        }
        return response;
    }

    private static boolean isWrongNumberOrCode(ServerResponse response) {
        int status = response.statusCode().value();
        return status == 401 || status == 403 || status == 404;
    }
}
