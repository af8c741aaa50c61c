package kr.minwon.routing;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import kr.minwon.signedcalls.Caller;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the API describes itself at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("민원 배정과 처리기한")
                        .description("분류와 부서, 처리기한 계산, 업무함과 담당자 배정입니다. 오류는 RFC 9457 문서입니다.")
                        .version("v1"));
    }

    /** Who calls is said by the gateway's signature; a client sends no such parameter. */
    @Bean
    ParameterCustomizer withoutCaller() {
        return (parameter, method) -> Caller.class.equals(method.getParameterType()) ? null : parameter;
    }
}
