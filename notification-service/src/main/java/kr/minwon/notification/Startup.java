package kr.minwon.notification;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import kr.minwon.notification.dispatch.Dispatcher;
import kr.minwon.notification.dispatch.Receipts;
import kr.minwon.notification.dispatch.Reconciliation;
import kr.minwon.notification.dispatch.ResultRounds;
import kr.minwon.notification.figures.Recounts;
import kr.minwon.notification.mailing.Rounds;
import kr.minwon.notification.message.mongo.MessageStoreConfiguration.StoreIndexes;
import kr.minwon.notification.staffnotice.NoticeSweep;
import kr.minwon.outbox.DeadLetters;
import kr.minwon.outbox.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Begins the dispatch once the store answers; a service also starts while it is away. Stops it after the pages and the
 * consumers, which still bring messages, and before the relay, which takes what came of the last ones.
 */
@Component
class Startup implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Startup.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BEFORE_THE_RELAY = 1_000;

    private final List<StoreIndexes> indexes;
    private final Dispatcher dispatcher;
    private final Receipts receipts;
    private final Reconciliation reconciliation;
    private final ResultRounds resultRounds;
    private final Rounds mailings;
    private final Recounts recounts;
    private final NoticeSweep noticeSweep;
    private final String brokers;
    private volatile boolean running;

    Startup(
            List<StoreIndexes> indexes,
            Dispatcher dispatcher,
            Receipts receipts,
            Reconciliation reconciliation,
            ResultRounds resultRounds,
            Rounds mailings,
            Recounts recounts,
            NoticeSweep noticeSweep,
            @Value("${minwon.kafka.brokers}") String brokers) {
        this.indexes = indexes;
        this.dispatcher = dispatcher;
        this.receipts = receipts;
        this.reconciliation = reconciliation;
        this.resultRounds = resultRounds;
        this.mailings = mailings;
        this.recounts = recounts;
        this.noticeSweep = noticeSweep;
        this.brokers = brokers;
    }

    @Override
    public void start() {
        running = true;
        Topics.ensure(
                brokers,
                List.of(
                        "minwon.complaint",
                        "minwon.routing",
                        "minwon.notification",
                        DeadLetters.topic("minwon.complaint", "notification-service"),
                        DeadLetters.topic("minwon.routing", "notification-service")));
        if (!hasBegun()) {
            Thread.ofVirtual().name("begin").start(this::begin);
        }
    }

    private void begin() {
        try {
            do {
                Thread.sleep(PAUSE);
            } while (running && !hasBegun());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException closed) {
            log.info("the dispatch was not begun, the service goes down: {}", closed.getMessage());
        }
    }

    private boolean hasBegun() {
        try {
            indexes.forEach(StoreIndexes::create);
            dispatcher.start();
            receipts.start();
            reconciliation.start();
            resultRounds.start();
            mailings.start();
            recounts.start();
            noticeSweep.start();
            return true;
        } catch (MongoException away) {
            log.warn("the dispatch waits for the store: {}", away.getClass().getSimpleName());
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        mailings.close();
        reconciliation.close();
        resultRounds.close();
        recounts.close();
        noticeSweep.close();
        dispatcher.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_RELAY;
    }
}
