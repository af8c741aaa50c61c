package kr.minwon.gateway.proxy;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Spring Cloud Gateway's exchange over our own pooled connections. */
@Configuration(proxyBeanMethods = false)
class PublicApi {
    @Bean
    ProxyExchange proxyExchange(ClientHttpRequestFactory serviceRequests, ObservationRegistry observations) {
        RestClient client = RestClient.builder()
                .requestFactory(serviceRequests)
                .observationRegistry(observations)
                .build();
        return new RestClientProxyExchange(client, new GatewayMvcProperties());
    }
}
