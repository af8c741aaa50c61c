package kr.minwon.notification.dispatch.smpp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import kr.minwon.notification.NotificationMetric;
import kr.minwon.notification.dispatch.DispatchSettings;
import kr.minwon.notification.dispatch.Receipts;
import kr.minwon.notification.dispatch.guard.Guards;
import kr.minwon.notification.reply.Joining;
import kr.minwon.notification.reply.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The SMPP provider, unless it is switched off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "minwon.smpp.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SmppSettings.class)
class SmppConfiguration {
    @Bean(destroyMethod = "close")
    SmppProvider smppProvider(
            SmppSettings settings,
            DispatchSettings dispatch,
            Receipts receipts,
            Replies replies,
            Joining joining,
            Guards guards,
            SslBundles bundles,
            MeterRegistry meters,
            Clock clock) {
        ReceiptErrors errors = new ReceiptErrors(settings.receiptErrors());
        ReceiptReader reader = new ReceiptReader(settings.messageIds(), errors, clock);
        SmppProvider provider = new SmppProvider(
                settings,
                dispatch.window(),
                () -> new Incoming(reader, receipts, replies, joining, meters),
                new SmppConnections(settings.connectWithin(), tls(settings, bundles)),
                guards.of(
                        SmppProvider.NAME,
                        dispatch.window() * settings.binds(),
                        settings.perSecond(),
                        settings.breaker()));
        Gauge.builder(NotificationMetric.PROVIDER_READY.meter(), provider, one -> one.isReady() ? 1 : 0)
                .tag("provider", SmppProvider.NAME)
                .register(meters);
        provider.start();
        return provider;
    }

    private static @Nullable Supplier<SSLSocketFactory> tls(SmppSettings settings, SslBundles bundles) {
        if (!settings.tls()) {
            return null;
        }
        return settings.sslBundle().isEmpty()
                ? () -> (SSLSocketFactory) SSLSocketFactory.getDefault()
                : () -> bundles.getBundle(settings.sslBundle())
                        .createSslContext()
                        .getSocketFactory();
    }
}
