package kr.minwon.signedcalls;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What a service imports to accept signed calls only. Reads {@code minwon.keys.callers} (public keys) and
 * {@code minwon.signed-calls.audience} (the service's name).
 */
@Configuration(proxyBeanMethods = false)
public class SignedCallsConfiguration implements WebMvcConfigurer {
    @Bean
    AccessTable accessTable() {
        return AccessTable.load();
    }

    @Bean
    FilterRegistrationBean<SignedCallFilter> signedCallFilter(
            @Value("${minwon.keys.callers}") Path publicKeys,
            @Value("${minwon.signed-calls.audience}") String audience,
            AccessTable table,
            Problems problems,
            LocaleResolver localeResolver) {
        CallVerifier verifier = new CallVerifier(CallKeys.publicKeys(publicKeys), audience, Clock.systemUTC());
        var registration =
                new FilterRegistrationBean<>(new SignedCallFilter(verifier, table, problems, localeResolver));
        // Before the body limit: a stranger's body is not even looked at.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    private static final class CallerArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            Object caller = request.getAttribute(SignedCallFilter.CALLER, RequestAttributes.SCOPE_REQUEST);
            if (caller == null) {
                throw new ProblemException(ProblemType.NOT_SIGNED);
            }
            return caller;
        }
    }
}
