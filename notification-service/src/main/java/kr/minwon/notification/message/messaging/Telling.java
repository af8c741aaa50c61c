package kr.minwon.notification.message.messaging;

import java.time.Instant;
import java.util.Map;
import kr.minwon.notification.message.Step;

/**
 * What an event has to tell.
 *
 * @param number the event's own, which tells its telling from others of the step; 1 for one that does not count
 * @param values fill the template's variables
 * @param at when it happened
 */
record Telling(Step step, int number, Map<String, String> values, Instant at) {
    Telling {
        values = Map.copyOf(values);
    }

    static Telling of(Step step, Map<String, String> values, Instant at) {
        return new Telling(step, 1, values, at);
    }
}
