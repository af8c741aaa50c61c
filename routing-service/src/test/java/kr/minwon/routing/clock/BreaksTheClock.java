package kr.minwon.routing.clock;

import org.springframework.stereotype.Component;

/** Breaks a rule on purpose: the clock needs nothing but the JDK and ICU's moon. */
@Component
class BreaksTheClock {}
