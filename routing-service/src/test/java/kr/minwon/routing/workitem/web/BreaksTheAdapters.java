package kr.minwon.routing.workitem.web;

import kr.minwon.outbox.OutboxCollection;
import kr.minwon.routing.workitem.WorkItem;

/** Breaks two rules on purpose: a public adapter, and the web at the store. */
public class BreaksTheAdapters {
    Class<?> store(OutboxCollection<WorkItem> items) {
        return items.getClass();
    }
}
