package kr.minwon.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Makes problem documents, for controllers' advice and for filters that answer before any controller. */
public final class Problems {
    private final ProblemTexts texts;
    private final JsonMapper json;

    public Problems(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** The whole answer to a refused request. */
    public ResponseEntity<ProblemDetail> answer(ProblemException problem, Locale locale) {
        ProblemType type = problem.type();
        ProblemDetail document = ProblemDetail.forStatus(type.status());
        document.setType(type.uri());
        document.setTitle(texts.text(type.slug() + ".title", locale));
        document.setDetail(texts.text(type.slug() + ".detail", locale, problem.arguments()));
        problem.properties().forEach(document::setProperty);
        if (problem instanceof InvalidFieldsException invalid) {
            document.setProperty("errors", errors(invalid, locale));
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        Duration wait = problem.retryAfter();
        if (wait != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
        }
        return new ResponseEntity<>(document, headers, HttpStatusCode.valueOf(type.status()));
    }

    private List<Map<String, Object>> errors(InvalidFieldsException invalid, Locale locale) {
        return invalid.errors().stream()
                .map(error -> {
                    Map<String, Object> shown = new LinkedHashMap<>();
                    shown.put("field", error.field());
                    shown.put("code", error.code());
                    shown.put(
                            "detail",
                            texts.text(
                                    "field." + error.code(),
                                    locale,
                                    error.arguments().toArray()));
                    return shown;
                })
                .toList();
    }

    /** Answers from a filter. */
    public void write(HttpServletResponse response, ProblemException problem, Locale locale) throws IOException {
        ResponseEntity<ProblemDetail> answer = answer(problem, locale);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }
}
