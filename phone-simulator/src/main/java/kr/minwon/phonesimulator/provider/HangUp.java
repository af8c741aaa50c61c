package kr.minwon.phonesimulator.provider;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Lets a request's connection be closed without a word, which the servlet API cannot do. */
@Component
class HangUp implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String ATTRIBUTE = HangUp.class.getName();

    static void of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Runnable now) {
            now.run();
        } else {
            throw new IllegalStateException("no connection to close");
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Connections());
    }

    private static final class Connections extends ValveBase {
        Connections() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            request.setAttribute(
                    ATTRIBUTE, (Runnable) () -> request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null));
            getNext().invoke(request, response);
        }
    }
}
