package kr.minwon.gateway.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.door.RefusalForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Refusals as GeoReport says them: {@code errors/error[code, description]}, 404 for what is not there, 403 for the key,
 * 400 for all else that is the caller's. Two kinds keep the status that every HTTP client acts on: too many calls (429)
 * and our own failures (5xx).
 */
@Component
class Open311Errors implements RefusalForm {
    private static final String ROOT = "/open311";
    /** What the fields of the house are called here. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("title", "description"),
            Map.entry("body", "description"),
            Map.entry("category", "service_code"),
            Map.entry("location.address", "address_string"),
            Map.entry("location.lat", "lat"),
            Map.entry("location.lng", "long"),
            Map.entry("reporter.name", "first_name, last_name"),
            Map.entry("reporter.phone", "phone"),
            Map.entry("note", "media_url, attribute"),
            Map.entry("smsConsent", "attribute[" + Attributes.SMS_CONSENT + "]"),
            Map.entry("receiptNumber", "service_request_id"),
            Map.entry("from", "start_date"),
            Map.entry("until", "end_date"),
            Map.entry("open", "status"),
            Map.entry("limit", "page, page_size"));

    private final AnswerWriter writer;

    Open311Errors(AnswerWriter writer) {
        this.writer = writer;
    }

    @Override
    public boolean takes(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, ResponseEntity<ProblemDetail> problem)
            throws IOException {
        int status = status(problem.getStatusCode().value());
        String wait = problem.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, wait);
        }
        List<Map<String, Object>> errors = descriptions(problem.getBody()).stream()
                .map(description -> error(status, description))
                .toList();
        writer.write(
                response, status, Resource.formatOf(request.getRequestURI()), Answer.of("errors", "error", errors));
    }

    private static int status(int said) {
        return switch (said) {
            case 401, 403 -> 403;
            case 404, 429 -> said;
            default -> said >= 500 ? said : 400;
        };
    }

    private static Map<String, Object> error(int code, String description) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("description", description);
        return error;
    }

    private static List<String> descriptions(@Nullable ProblemDetail problem) {
        if (problem == null) {
            return List.of("");
        }
        Map<String, Object> more = problem.getProperties();
        List<String> all = new ArrayList<>();
        if (more != null && more.get("errors") instanceof List<?> faults) {
            for (Object fault : faults) {
                if (fault instanceof ServiceProblem.FieldError field) {
                    all.add(named(field.field(), field.detail()));
                } else if (fault instanceof Map<?, ?> field) {
                    all.add(named(String.valueOf(field.get("field")), String.valueOf(field.get("detail"))));
                }
            }
        }
        return all.isEmpty() ? List.of(String.valueOf(problem.getDetail())) : all;
    }

    private static String named(String field, String detail) {
        return NAMES.getOrDefault(field, field) + ": " + detail;
    }
}
