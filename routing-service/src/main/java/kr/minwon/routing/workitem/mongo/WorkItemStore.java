package kr.minwon.routing.workitem.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import kr.minwon.outbox.EventSource;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxConfiguration;
import kr.minwon.outbox.Relay;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkItems;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work items' collections, made ready at start. */
@Configuration(proxyBeanMethods = false)
class WorkItemStore {
    private static final EventSource SOURCE =
            new EventSource("minwon.routing", "/minwon/routing-service", "work-item", true);

    @Bean
    OutboxCollection<WorkItem> workItemCollection(
            MongoDatabase database, Relay relay, Clock clock, OutboxConfiguration.CurrentTrace trace) {
        MongoCollection<Document> documents = documents(database);
        WorkItemIndexes.create(documents);
        return new OutboxCollection<>(documents, new WorkItemDocuments(), SOURCE, relay, clock, trace);
    }

    @Bean
    WorkItems workItems(MongoDatabase database, OutboxCollection<WorkItem> collection, EventMapping events) {
        LedgerPages pages = new LedgerPages(database.getCollection("work_item_ledgers"));
        return new MongoWorkItems(documents(database), collection, events, pages);
    }

    private static MongoCollection<Document> documents(MongoDatabase database) {
        return database.getCollection("work_items");
    }
}
