package kr.minwon.gateway.clients;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.gateway.access.Callers;
import kr.minwon.signedcalls.CallSigner;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Pooled, blocking connections to the services, and the interfaces by which pages use them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Services.class)
class ClientsConfiguration {
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(2);
    /** Below the services' keep-alive, so that a connection is not picked the moment they close it. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(10);

    @Bean
    CloseableHttpClient serviceHttpClient(Services services) {
        Services.Calls calls = services.calls();
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(calls.connections())
                .setMaxConnPerRoute(calls.connections())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        // A service may refuse a long body before it has read it: then that answer counts.
                        .responseOutOfOrderStrategy(MonitoringResponseOutOfOrderStrategy.INSTANCE)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(calls.connect()))
                        .setSocketTimeout(Timeout.of(calls.response()))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(CONNECTION_WAIT))
                        .setResponseTimeout(Timeout.of(calls.response()))
                        .build())
                .setKeepAliveStrategy((response, context) -> {
                    TimeValue said =
                            DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
                    return TimeValue.isPositive(said) && said.compareTo(IDLE) < 0 ? said : IDLE;
                })
                .evictIdleConnections(IDLE)
                .disableAuthCaching()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableDefaultUserAgent()
                .build();
    }

    @Bean
    ClientHttpRequestFactory serviceRequests(CloseableHttpClient serviceHttpClient) {
        return new HttpComponentsClientHttpRequestFactory(serviceHttpClient);
    }

    @Bean
    ComplaintApi complaintApi(ApiFactory apis) {
        return apis.of("complaint", ComplaintApi.class);
    }

    @Bean
    OpenComplaintApi openComplaintApi(ApiFactory apis) {
        return apis.of("complaint", OpenComplaintApi.class);
    }

    @Bean
    RoutingApi routingApi(ApiFactory apis) {
        return apis.of("routing", RoutingApi.class);
    }

    @Bean
    PolicyApi policyApi(ApiFactory apis) {
        return apis.of("routing", PolicyApi.class);
    }

    @Bean
    TemplateApi templateApi(ApiFactory apis) {
        return apis.of("notification", TemplateApi.class);
    }

    @Bean
    ConsentApi consentApi(ApiFactory apis) {
        return apis.of("notification", ConsentApi.class);
    }

    @Bean
    SubscriptionApi subscriptionApi(ApiFactory apis) {
        return apis.of("notification", SubscriptionApi.class);
    }

    @Bean
    MailingApi mailingApi(ApiFactory apis) {
        return apis.of("notification", MailingApi.class);
    }

    @Bean
    VerificationApi verificationApi(ApiFactory apis) {
        return apis.of("notification", VerificationApi.class);
    }

    @Bean
    ReplyApi replyApi(ApiFactory apis) {
        return apis.of("notification", ReplyApi.class);
    }

    @Bean
    StaffNoticeApi staffNoticeApi(ApiFactory apis) {
        return apis.of("notification", StaffNoticeApi.class);
    }

    @Bean
    NotificationApi notificationApi(ApiFactory apis) {
        return apis.of("notification", NotificationApi.class);
    }

    @Bean
    MessageDeskApi messageDeskApi(ApiFactory apis) {
        return apis.of("notification", MessageDeskApi.class);
    }

    @Bean
    ServiceDescriptions serviceDescriptions(ApiFactory apis) {
        return new ServiceDescriptions(Stream.of("complaint", "routing", "notification")
                .collect(Collectors.toMap(
                        service -> service, service -> apis.of(service, ServiceDescriptions.Description.class))));
    }

    @Bean
    ApiFactory apiFactory(
            Services services,
            ClientHttpRequestFactory serviceRequests,
            ObservationRegistry observations,
            CallTokens tokens,
            Callers callers,
            Unanswered unanswered,
            LocaleResolver locales,
            JsonMapper json) {
        return new ApiFactory(services, serviceRequests, observations, tokens, callers, unanswered, locales, json);
    }

    /** Makes a client whose calls carry who the page is shown to. */
    record ApiFactory(
            Services services,
            ClientHttpRequestFactory requests,
            ObservationRegistry observations,
            CallTokens tokens,
            Callers callers,
            Unanswered unanswered,
            LocaleResolver locales,
            JsonMapper json) {
        <T> T of(String service, Class<T> api) {
            RestClient client = RestClient.builder()
                    .baseUrl(services.uri(service))
                    .requestFactory(requests)
                    .observationRegistry(observations)
                    .configureMessageConverters(converters ->
                            converters.registerDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                    // An interceptor would hold the whole body, photos and all, in memory.
                    .requestInitializer(request -> {
                        request.getHeaders().set(CallSigner.HEADER, tokens.of(callers.current(), service));
                        language(request.getHeaders());
                    })
                    .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
                        throw problem(response);
                    })
                    .build();
            return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                    .exchangeAdapterDecorator(adapter -> new Answering(adapter, service))
                    .build()
                    .createClient(api);
        }

        /** Turns silence into a problem. */
        private final class Answering extends HttpExchangeAdapterDecorator {
            private final String service;

            Answering(HttpExchangeAdapter adapter, String service) {
                super(adapter);
                this.service = service;
            }

            @Override
            public <T> @Nullable T exchangeForBody(HttpRequestValues values, ParameterizedTypeReference<T> type) {
                return answered(() -> super.exchangeForBody(values, type));
            }

            @Override
            public <T> ResponseEntity<T> exchangeForEntity(
                    HttpRequestValues values, ParameterizedTypeReference<T> type) {
                return answered(() -> super.exchangeForEntity(values, type));
            }

            private <T extends @Nullable Object> T answered(Supplier<T> call) {
                try {
                    return call.get();
                } catch (ResourceAccessException e) {
                    throw e.getCause() instanceof IOException silence ? unanswered.problem(service, silence) : e;
                }
            }
        }

        private void language(HttpHeaders headers) {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page) {
                headers.setAcceptLanguageAsLocales(List.of(locales.resolveLocale(page.getRequest())));
            }
        }

        private ServiceProblem problem(ClientHttpResponse response) throws IOException {
            ServiceProblem.Document document;
            try {
                document = json.readValue(response.getBody(), ServiceProblem.Document.class);
            } catch (JacksonException e) {
                document = new ServiceProblem.Document(null, null, null, null);
            }
            String wait = response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
            Duration retryAfter =
                    wait != null && wait.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(wait)) : null;
            return new ServiceProblem(response.getStatusCode().value(), document, retryAfter);
        }
    }
}
