package kr.minwon.problems;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** What a web application imports to answer with problems. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProblemLimits.class)
@Import({ProblemAdvice.class, Utf8Bodies.class})
public class ProblemsConfiguration {
    @Bean
    ProblemTexts problemTexts(List<ProblemTexts.Bundle> bundles) {
        return new ProblemTexts(bundles);
    }

    @Bean
    Problems problems(ProblemTexts texts, JsonMapper json) {
        return new Problems(texts, json);
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return StrictJson::apply;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            ProblemLimits limits, Problems problems, LocaleResolver localeResolver) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(limits, problems, localeResolver));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    /** Korean unless the client prefers English; DispatcherServlet looks the bean up by this name. */
    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(java.util.Locale.KOREAN, java.util.Locale.ENGLISH));
        resolver.setDefaultLocale(java.util.Locale.KOREAN);
        return resolver;
    }
}
