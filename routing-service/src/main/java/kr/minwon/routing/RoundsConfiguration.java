package kr.minwon.routing;

import java.time.Duration;
import kr.minwon.routing.calendar.Recounter;
import kr.minwon.routing.workitem.ReminderRound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The background work of this service. */
@Configuration(proxyBeanMethods = false)
class RoundsConfiguration {
    @Bean
    Rounds recounts(Recounter recounter, @Value("${minwon.routing.recounts-every}") Duration every) {
        return new Rounds("recounts", every, recounter::round);
    }

    @Bean
    Rounds reminders(ReminderRound reminders, @Value("${minwon.routing.reminders-every}") Duration every) {
        return new Rounds("reminders", every, reminders::round);
    }
}
