package kr.minwon.routing.workitem.mongo;

import kr.minwon.outbox.NewEvent;
import kr.minwon.routing.workitem.RoutingEvent;

/** Puts a domain event on the wire; the messaging side knows how. */
@FunctionalInterface
public interface EventMapping {
    /** The event as it is stored and sent. */
    NewEvent event(RoutingEvent event);
}
