package kr.minwon.notification.reply.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.message.mongo.MessageStoreConfiguration.StoreIndexes;
import kr.minwon.notification.reply.HandleReplies;
import kr.minwon.notification.reply.Joining;
import kr.minwon.notification.reply.LongTexts;
import kr.minwon.notification.reply.PieceSettings;
import kr.minwon.notification.reply.ReceivedPieces;
import kr.minwon.notification.reply.ReceivedTexts;
import kr.minwon.notification.reply.Replies;
import kr.minwon.notification.reply.Reply;
import kr.minwon.notification.reply.ReplySettings;
import kr.minwon.notification.reply.Sender;
import kr.minwon.notification.reply.Senders;
import kr.minwon.notification.reply.messaging.ReplyEventMapper;
import kr.minwon.notification.subscription.OptOuts;
import kr.minwon.outbox.EventSource;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxConfiguration.CurrentTrace;
import kr.minwon.outbox.OutboxIndexes;
import kr.minwon.outbox.Relay;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.sealedfields.KeyedHash;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collections {@code replies}, {@code senders} and {@code pieces}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ReplySettings.class, PieceSettings.class})
class ReplyStoreConfiguration {
    private static final String TOPIC = "minwon.notification";
    private static final String SOURCE = "/minwon/notification-service";

    @Bean
    ReceivedTexts receivedTexts(
            MongoDatabase database, FieldSealer sealer, Relay relay, Clock clock, CurrentTrace trace) {
        EventSource source = new EventSource(TOPIC, SOURCE, "reply", true);
        ReplyDocuments mapping = new ReplyDocuments(sealer);
        OutboxCollection<Reply> outbox =
                new OutboxCollection<>(replies(database), mapping, source, relay, clock, trace);
        return new MongoReceivedTexts(replies(database), outbox, mapping, new ReplyEventMapper(sealer)::of);
    }

    @Bean
    Senders senders(
            MongoDatabase database,
            @Value("${minwon.keys.contacts}") Path contacts,
            Relay relay,
            Clock clock,
            CurrentTrace trace) {
        // A number has nothing to tell anybody.
        EventSource source = new EventSource(TOPIC, SOURCE, "sender", true);
        OutboxCollection<Sender> outbox =
                new OutboxCollection<>(senders(database), new SenderDocuments(), source, relay, clock, trace);
        KeyRing keys = KeyRing.load(contacts);
        return new MongoSenders(outbox, new ContactIdentity(keys), new KeyedHash(keys));
    }

    @Bean
    ReceivedPieces receivedPieces(
            MongoDatabase database,
            FieldSealer sealer,
            @Value("${minwon.keys.contacts}") Path contacts,
            PieceSettings settings,
            Relay relay,
            Clock clock,
            CurrentTrace trace) {
        // Pieces have nothing to tell anybody either.
        EventSource source = new EventSource(TOPIC, SOURCE, "pieces", true);
        OutboxCollection<LongTexts> outbox = new OutboxCollection<>(
                pieces(database), new PieceDocuments(sealer, settings.within()), source, relay, clock, trace);
        return new MongoReceivedPieces(pieces(database), outbox, new ContactIdentity(KeyRing.load(contacts)));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Joining joining(ReceivedPieces pieces, Replies replies, PieceSettings settings, Clock clock) {
        return new Joining(pieces, replies, settings, clock);
    }

    @Bean
    StoreIndexes replyIndexes(MongoDatabase database) {
        return () -> {
            MongoReceivedTexts.createIndexes(replies(database));
            OutboxIndexes.create(senders(database));
            MongoReceivedPieces.createIndexes(pieces(database));
        };
    }

    @Bean
    Replies replies(
            OptOuts optOuts,
            Templates templates,
            Cases cases,
            Senders senders,
            ReceivedTexts texts,
            ReplySettings settings,
            Clock clock) {
        return new Replies(optOuts, templates, cases, senders, texts, settings, clock);
    }

    @Bean
    HandleReplies handleReplies(ReceivedTexts texts, Cases cases, Clock clock) {
        return new HandleReplies(texts, cases, clock);
    }

    private static MongoCollection<Document> replies(MongoDatabase database) {
        return database.getCollection("replies");
    }

    private static MongoCollection<Document> pieces(MongoDatabase database) {
        return database.getCollection("pieces");
    }

    private static MongoCollection<Document> senders(MongoDatabase database) {
        return database.getCollection("senders");
    }
}
