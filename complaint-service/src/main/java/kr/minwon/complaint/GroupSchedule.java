package kr.minwon.complaint;

import com.mongodb.MongoException;
import java.time.Duration;
import kr.minwon.complaint.complaint.GroupPetitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Lets petitions follow those they are merged with, every second: an indexed look when there is nothing to do. */
@Configuration(proxyBeanMethods = false)
class GroupSchedule implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(GroupSchedule.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_A_TIME = 20;

    private final GroupPetitions groups;

    GroupSchedule(GroupPetitions groups) {
        this.groups = groups;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::run, EVERY, EVERY));
    }

    private void run() {
        try {
            groups.settleAll(AT_A_TIME);
        } catch (MongoException e) {
            log.warn(
                    "merged petitions: store away, tried again: {}",
                    e.getClass().getSimpleName());
        }
    }
}
