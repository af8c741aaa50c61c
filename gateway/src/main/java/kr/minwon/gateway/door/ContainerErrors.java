package kr.minwon.gateway.door;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.minwon.problems.ProblemException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for what the container refused by itself, by its status alone. */
@Controller
class ContainerErrors implements ErrorController {
    private static final int UNKNOWN = 500;

    private final Refusals refusals;

    ContainerErrors(Refusals refusals) {
        this.refusals = refusals;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Whoever asks for this path without an error finds nothing here.
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        refusals.refuse(
                request,
                response,
                new ProblemException(Failures.ofStatus(HttpStatusCode.valueOf(status < 400 ? UNKNOWN : status))));
    }
}
