package kr.minwon.gateway.door;

import jakarta.servlet.Filter;
import kr.minwon.gateway.limits.ClientAddresses;
import kr.minwon.gateway.limits.LimitSettings;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemTexts;
import kr.minwon.problems.ProblemType;
import kr.minwon.problems.ProblemsConfiguration;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** The filters at the door, in the order in which a request passes them. */
@Configuration(proxyBeanMethods = false)
@Import(ProblemsConfiguration.class)
class DoorConfiguration {
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    ProblemTexts.Bundle gatewayProblems() {
        return ProblemTexts.bundle("problems/gateway");
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders(ClientAddresses addresses) {
        return at(FIRST, new SecurityHeaders(addresses));
    }

    @Bean
    FilterRegistrationBean<LastResort> lastResort(Refusals refusals) {
        return at(FIRST + 1, new LastResort(refusals));
    }

    @Bean
    FilterRegistrationBean<WellFormed> wellFormed(Refusals refusals) {
        return at(FIRST + 2, new WellFormed(refusals));
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(LimitSettings limits, Refusals refusals) {
        return at(FIRST + 3, new BodyLimit(limits, refusals));
    }

    /** What Spring Security's firewall throws out: encoded slashes, {@code ..}, {@code //}, {@code ;} and their like. */
    @Bean
    RequestRejectedHandler requestRejectedHandler(Refusals refusals) {
        return (request, response, rejected) ->
                refusals.refuse(request, response, new ProblemException(ProblemType.BAD_REQUEST));
    }

    /** Tomcat's own refusals look like ours. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    private static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
