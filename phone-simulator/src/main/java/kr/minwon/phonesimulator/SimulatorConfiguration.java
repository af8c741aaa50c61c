package kr.minwon.phonesimulator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import kr.minwon.phonesimulator.delivery.Acknowledgements;
import kr.minwon.phonesimulator.delivery.Dispatcher;
import kr.minwon.phonesimulator.delivery.InboundDelivery;
import kr.minwon.phonesimulator.delivery.InboundLog;
import kr.minwon.phonesimulator.delivery.ReceiptDelivery;
import kr.minwon.phonesimulator.delivery.ReceiptPosts;
import kr.minwon.phonesimulator.fault.FaultBoard;
import kr.minwon.phonesimulator.message.MessageLog;
import kr.minwon.phonesimulator.message.Receipt;
import kr.minwon.phonesimulator.smsc.Intake;
import kr.minwon.phonesimulator.smsc.SmscServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Puts the parts together; the journals are read first, so that what was still owed is owed again. */
@Configuration(proxyBeanMethods = false)
class SimulatorConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    FaultBoard faultBoard() {
        return new FaultBoard(System::nanoTime);
    }

    @Bean(destroyMethod = "shutdownNow")
    SimulatorTimer simulatorTimer() {
        return new SimulatorTimer();
    }

    @Bean
    Acknowledgements acknowledgements(SimulatorProperties properties) {
        return new Acknowledgements(properties.directory(), properties.fsync());
    }

    @Bean
    Dispatcher dispatcher(
            SimulatorProperties properties, Acknowledgements acknowledgements, SimulatorTimer timer, Clock clock) {
        return new Dispatcher(acknowledgements, timer, clock, properties.deliveryWindow(), properties.deliveryRetry());
    }

    @Bean
    MessageLog messageLog(
            SimulatorProperties properties,
            Acknowledgements acknowledgements,
            Dispatcher dispatcher,
            ReceiptPosts posts) {
        List<ReceiptDelivery> owed = new ArrayList<>();
        MessageLog log = new MessageLog(properties.directory(), properties.fsync(), submit -> {
            Receipt receipt = submit.receipt();
            boolean isBrought = submit.reference() == null || posts.reach(submit.systemId());
            if (receipt != null && isBrought && !acknowledgements.includes(ReceiptDelivery.idOf(receipt))) {
                owed.add(ReceiptDelivery.of(submit, receipt));
            }
        });
        owed.forEach(dispatcher::schedule);
        return log;
    }

    @Bean
    InboundLog inboundLog(SimulatorProperties properties, Acknowledgements acknowledgements, Dispatcher dispatcher) {
        List<InboundDelivery> owed = new ArrayList<>();
        InboundLog log = new InboundLog(properties.directory(), properties.fsync(), inbound -> {
            InboundDelivery.of(inbound).stream()
                    .filter(delivery -> !acknowledgements.includes(delivery.id()))
                    .forEach(owed::add);
        });
        owed.forEach(dispatcher::schedule);
        return log;
    }

    @Bean
    Intake intake(
            SimulatorProperties properties, MessageLog log, FaultBoard faults, Dispatcher dispatcher, Clock clock) {
        return new Intake(log, faults, dispatcher, clock, properties.messageIds(), properties.defaultAlphabet());
    }

    @Bean
    SmscServer smscServer(
            SimulatorProperties properties,
            Intake intake,
            Dispatcher dispatcher,
            FaultBoard faults,
            SimulatorTimer timer,
            Clock clock) {
        return new SmscServer(properties, intake, dispatcher, faults, timer, clock);
    }

    /** Sets the standard port, offset, where {@code server.port} is silent; yml cannot add numbers. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> standardWebPort(
            SimulatorProperties properties, Environment environment) {
        return new StandardWebPort(properties, environment);
    }

    private record StandardWebPort(SimulatorProperties properties, Environment environment)
            implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            if (!environment.containsProperty("server.port")) {
                factory.setPort(properties.standardWebPort());
            }
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }

    /** Two threads for everything that happens later; what they run is short. */
    static final class SimulatorTimer extends ScheduledThreadPoolExecutor {
        SimulatorTimer() {
            super(2, task -> {
                Thread thread = new Thread(task, "simulator-timer");
                thread.setDaemon(true);
                return thread;
            });
        }
    }
}
