package kr.minwon.notification.reply.mongo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import kr.minwon.notification.reply.Sender;
import kr.minwon.notification.reply.Senders;
import kr.minwon.outbox.Decision;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.KeyedHash;

/** Senders in MongoDB: a document for each number, {@code _id} its HMAC. Under a new key a number begins anew. */
final class MongoSenders implements Senders {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final OutboxCollection<Sender> documents;
    private final ContactIdentity identity;
    private final KeyedHash hash;

    MongoSenders(OutboxCollection<Sender> documents, ContactIdentity identity, KeyedHash hash) {
        this.documents = documents;
        this.identity = identity;
        this.hash = hash;
    }

    @Override
    public String hash(String text) {
        return BASE64.encodeToString(
                hash.hash(hash.keys().current(), ("text/" + text).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Sender.Verdict take(String from, Function<Sender, Sender.Verdict> decide) {
        return documents.change(identity.of(from), stored -> {
            Sender.Verdict verdict = decide.apply(stored == null ? Sender.NEW : stored.aggregate());
            return switch (verdict) {
                case Sender.Verdict.Kept kept -> Decision.of(kept.next(), List.of(), verdict);
                case Sender.Verdict.Flood flood -> Decision.of(flood.next(), List.of(), verdict);
                case Sender.Verdict.Known known -> Decision.refuse(verdict);
            };
        });
    }
}
