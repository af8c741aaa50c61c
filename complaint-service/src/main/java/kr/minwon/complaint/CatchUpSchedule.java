package kr.minwon.complaint;

import com.mongodb.MongoException;
import java.time.Duration;
import kr.minwon.complaint.complaint.CaseIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Lets cases of an earlier version get their words, some every second until all have them. */
@Configuration(proxyBeanMethods = false)
class CatchUpSchedule implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(CatchUpSchedule.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_A_TIME = 200;

    private final CaseIndex index;
    private boolean done;

    CatchUpSchedule(CaseIndex index) {
        this.index = index;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::run, EVERY, Duration.ZERO));
    }

    private void run() {
        if (done) {
            return;
        }
        try {
            done = !index.catchUp(AT_A_TIME);
        } catch (MongoException e) {
            log.warn(
                    "words of earlier cases: store away, tried again: {}",
                    e.getClass().getSimpleName());
        }
    }
}
