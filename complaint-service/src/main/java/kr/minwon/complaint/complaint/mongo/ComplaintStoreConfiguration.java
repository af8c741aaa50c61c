package kr.minwon.complaint.complaint.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import kr.minwon.complaint.Startup;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintChanges;
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
    @Bean
    MongoComplaints complaints(
            MongoDatabase database,
            Relay relay,
            WireEvents wire,
            ComplaintChanges changes,
            Clock clock,
            CurrentTrace trace,
            Startup startup) {
        MongoCollection<Document> complaints = database.getCollection("complaints");
        startup.whenStoreIsThere("complaint indexes", () -> ComplaintIndexes.create(complaints));
        OutboxCollection<Complaint> documents = new OutboxCollection<>(
                complaints,
                new ComplaintDocuments(),
                new EventSource("minwon.complaint", "/minwon/complaint-service", "complaint", true),
                relay,
                clock,
                trace);
        return new MongoComplaints(
                complaints, documents, new TimelinePages(database.getCollection("complaint-timelines")), wire, changes);
    }
}
