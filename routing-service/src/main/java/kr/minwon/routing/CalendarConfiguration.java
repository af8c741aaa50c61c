package kr.minwon.routing;

import kr.minwon.routing.clock.Holidays;
import kr.minwon.routing.clock.WorkCalendar;
import kr.minwon.routing.workitem.StatutoryClocks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The country's working days, and the clocks that are set by them. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
    @Bean
    WorkCalendar workCalendar() {
        return Holidays.known();
    }

    @Bean
    StatutoryClocks statutoryClocks(WorkCalendar known) {
        return new StatutoryClocks(known, Holidays.provisional());
    }
}
