package kr.minwon.complaint;

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
                        .title("민원 접수와 답변")
                        .description("민원을 신청하고, 접수번호와 조회코드로 조회하고, 답변합니다. 오류는 RFC 9457 문서입니다.")
                        .version("v1"));
    }

    /** Who calls is said by the gateway's signature; a client sends no such parameter. */
    @Bean
    ParameterCustomizer withoutCaller() {
        return (parameter, method) -> Caller.class.equals(method.getParameterType()) ? null : parameter;
    }
}
