package kr.minwon.phonesimulator.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.phonesimulator.delivery.Delivery;
import kr.minwon.phonesimulator.delivery.Dispatcher;
import kr.minwon.phonesimulator.delivery.ReceiptDelivery;
import kr.minwon.phonesimulator.delivery.ReceiptPosts;
import kr.minwon.phonesimulator.delivery.Receiver;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Posts receipts to the addresses that are set, until they are answered 2xx. */
@Component
class Webhooks implements ReceiptPosts, SmartLifecycle {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(WITHIN)
            .build();
    private final List<Address> addresses = new ArrayList<>();
    private final Dispatcher dispatcher;
    private volatile boolean running;

    Webhooks(ProviderProperties properties, Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        URI solapi = properties.solapi().webhookUrl();
        if (solapi != null) {
            addresses.add(new Address(
                    SolapiApi.NAME,
                    solapi,
                    receipt -> SolapiApi.report(receipt, properties.solapi().webhookSecret())));
        }
        URI nhn = properties.nhncloud().webhookUrl();
        if (nhn != null) {
            addresses.add(
                    new Address(NhnCloudApi.NAME, nhn, receipt -> NhnCloudApi.report(receipt, properties.nhncloud())));
        }
    }

    @Override
    public boolean reach(String provider) {
        return addresses.stream().anyMatch(address -> address.systemId().equals(provider));
    }

    /**
     * A receipt as a provider posts it.
     *
     * @param headers name, value, name, value
     */
    record Report(List<String> headers, byte[] body) {}

    /** Writes a receipt as a provider does. */
    @FunctionalInterface
    interface Writer {
        Report of(ReceiptDelivery receipt);
    }

    private final class Address implements Receiver {
        private final String systemId;
        private final URI url;
        private final Writer writer;

        Address(String systemId, URI url, Writer writer) {
            this.systemId = systemId;
            this.url = url;
            this.writer = writer;
        }

        @Override
        public String systemId() {
            return systemId;
        }

        @Override
        public boolean open() {
            return running;
        }

        /** A text that a phone sent is no receipt: it goes to an ESME. */
        @Override
        public boolean takes(Delivery delivery) {
            return delivery instanceof ReceiptDelivery receipt
                    && receipt.systemId().equals(systemId);
        }

        @Override
        public int deliver(Delivery delivery) throws DeliveryFailed {
            if (!(delivery instanceof ReceiptDelivery receipt)) {
                throw new IllegalArgumentException("only receipts are posted");
            }
            Report report = writer.of(receipt);
            HttpRequest request = HttpRequest.newBuilder(url)
                    .timeout(WITHIN)
                    .header("Content-Type", "application/json")
                    .headers(report.headers().toArray(String[]::new))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(report.body()))
                    .build();
            try {
                int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status / 100 != 2) {
                    throw new DeliveryFailed(new IOException("HTTP " + status));
                }
                return 0;
            } catch (IOException e) {
                throw new DeliveryFailed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DeliveryFailed(e);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        addresses.forEach(dispatcher::opened);
    }

    @Override
    public void stop() {
        running = false;
        addresses.forEach(dispatcher::closed);
        http.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
