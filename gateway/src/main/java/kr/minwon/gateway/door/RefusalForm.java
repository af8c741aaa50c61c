package kr.minwon.gateway.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** How refusals look on paths whose clients know another form than problem documents. */
public interface RefusalForm {
    /** Whether the path is one of those. */
    boolean takes(HttpServletRequest request);

    /** Answers a refusal that is otherwise a problem document. */
    void refuse(HttpServletRequest request, HttpServletResponse response, ResponseEntity<ProblemDetail> problem)
            throws IOException;
}
