package kr.minwon.complaint;

import com.mongodb.MongoException;
import java.time.Duration;
import kr.minwon.complaint.complaint.PhotoSweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Lets the photo sweep run every hour. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PhotoSweepSchedule implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(PhotoSweepSchedule.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration FIRST = Duration.ofMinutes(5);

    private final PhotoSweep sweep;

    PhotoSweepSchedule(PhotoSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::run, EVERY, FIRST));
    }

    private void run() {
        try {
            sweep.sweep();
        } catch (MongoException e) {
            log.warn(
                    "photo sweep: store away, tried again in an hour: {}",
                    e.getClass().getSimpleName());
        }
    }
}
