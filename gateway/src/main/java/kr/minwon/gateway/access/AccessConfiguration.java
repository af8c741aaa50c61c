package kr.minwon.gateway.access;

import kr.minwon.signedcalls.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The access table, the same that every service reads. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    AccessTable accessTable() {
        return AccessTable.load();
    }
}
