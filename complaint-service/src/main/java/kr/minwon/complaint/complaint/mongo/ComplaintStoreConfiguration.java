package kr.minwon.complaint.complaint.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import kr.minwon.complaint.Startup;
import kr.minwon.complaint.complaint.CaseIndex;
import kr.minwon.complaint.complaint.ComplaintChanges;
import kr.minwon.complaint.complaint.SearchWords;
import kr.minwon.outbox.EventSource;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxConfiguration.CurrentTrace;
import kr.minwon.outbox.Relay;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where complaints are kept. */
@Configuration(proxyBeanMethods = false)
class ComplaintStoreConfiguration {
    private static final String COLLECTION = "complaints";

    @Bean
    MongoComplaints complaints(
            MongoDatabase database,
            Relay relay,
            WireEvents wire,
            ComplaintChanges changes,
            SearchWords search,
            Clock clock,
            CurrentTrace trace,
            Startup startup) {
        MongoCollection<Document> complaints = database.getCollection(COLLECTION);
        startup.whenStoreIsThere("complaint indexes", () -> ComplaintIndexes.create(complaints));
        OutboxCollection<SearchableComplaint> documents = new OutboxCollection<>(
                complaints,
                new SearchableDocuments(),
                new EventSource("minwon.complaint", "/minwon/complaint-service", "complaint", true),
                relay,
                clock,
                trace);
        return new MongoComplaints(
                complaints,
                documents,
                new TimelinePages(database.getCollection("complaint-timelines")),
                wire,
                changes,
                search);
    }

    @Bean
    CaseIndex caseIndex(MongoDatabase database, MongoComplaints complaints) {
        MongoCollection<Document> raw = database.getCollection(COLLECTION);
        return new MongoCaseIndex(
                raw, complaints, new CatchUp(raw, database.getCollection("complaint-upkeep"), complaints));
    }
}
