package kr.minwon.gateway.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.minwon.problems.ProblemTexts;
import kr.minwon.problems.ProblemType;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what Tomcat refuses before any filter sees it, such as a request line that is none, with a problem document
 * in place of Tomcat's own page. Tomcat makes it by its name, so it knows no beans.
 */
public class ProblemReportValve extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);
    private static final int NOT_IMPLEMENTED = 501;
    private static final int UNKNOWN_VERSION = 505;

    private final ProblemTexts texts = new ProblemTexts(List.of());
    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemType type = type(status);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type.uri().toString());
        problem.put("title", texts.text(type.slug() + ".title", Locale.KOREAN));
        problem.put("status", status);
        problem.put("detail", texts.text(type.slug() + ".detail", Locale.KOREAN));
        try {
            SecurityHeaders.set(response);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getOutputStream().write(json.writeValueAsBytes(problem));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            log.debug("a refused client left before it was answered", e);
        }
    }

    private static ProblemType type(int status) {
        return switch (status) {
            case 404 -> ProblemType.NO_SUCH_PAGE;
            case 405, NOT_IMPLEMENTED -> ProblemType.WRONG_METHOD;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case UNKNOWN_VERSION -> ProblemType.BAD_REQUEST;
            default -> status < 500 ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL;
        };
    }
}
