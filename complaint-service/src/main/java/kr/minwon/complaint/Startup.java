package kr.minwon.complaint;

import com.mongodb.MongoException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does at start what needs the store; a service also starts while the store is away, and does it when it is back. */
@Component
public class Startup {
    private static final Logger log = LoggerFactory.getLogger(Startup.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Does the work now, or, when the store is away, in the background until it is done. */
    public void whenStoreIsThere(String what, Runnable work) {
        if (!done(what, work)) {
            Thread.ofVirtual().name(what).start(() -> again(what, work));
        }
    }

    private static void again(String what, Runnable work) {
        try {
            do {
                Thread.sleep(PAUSE);
            } while (!done(what, work));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException closed) {
            log.info("{}: not done, the service goes down", what);
        }
    }

    private static boolean done(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (MongoException e) {
            log.warn("{}: the store said no, tried again: {}", what, e.getMessage());
            return false;
        }
    }
}
