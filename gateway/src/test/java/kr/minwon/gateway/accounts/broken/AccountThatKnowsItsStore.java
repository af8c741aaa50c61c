package kr.minwon.gateway.accounts.broken;

import com.mongodb.client.MongoCollection;
import kr.minwon.gateway.broken.mongo.PublicAdapter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

/** Breaks rules on purpose, for the tests of the rules. */
public record AccountThatKnowsItsStore(
        MongoCollection<Document> collection, ConsumerRecord<String, String> event, PublicAdapter adapter) {}
