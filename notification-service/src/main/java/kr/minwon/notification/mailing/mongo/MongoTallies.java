package kr.minwon.notification.mailing.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.minwon.notification.InsertOnce;
import kr.minwon.notification.mailing.Tallies;
import kr.minwon.notification.mailing.Tally;
import kr.minwon.notification.message.MailingPart;
import kr.minwon.notification.message.MessageState;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What was counted of mailings, in MongoDB: a document for each, written anew each time. */
final class MongoTallies implements Tallies {
    private static final String ID = "_id";
    private static final String REACH = "reach";
    private static final String REVISION = "reachRevision";
    private static final String COUNTS = "counts";
    private static final String COUNTED_AT = "countedAt";
    private static final String MESSAGES = "messages";
    private static final String STATE = "state";
    private static final String PROVIDER = "provider";
    private static final String CAUSE = "cause";

    private final MongoCollection<Document> tallies;
    private final MongoCollection<Document> messages;

    MongoTallies(MongoCollection<Document> tallies, MongoCollection<Document> messages) {
        this.tallies = tallies;
        this.messages = messages;
    }

    @Override
    public Map<String, Tally> of(Collection<String> mailingIds) {
        Map<String, Tally> found = new HashMap<>();
        tallies.find(in(ID, mailingIds)).forEach(document -> found.put(document.getString(ID), read(document)));
        return found;
    }

    private static Tally read(Document document) {
        Date at = document.getDate(COUNTED_AT);
        Number reach = document.get(REACH, Number.class);
        return new Tally(
                reach == null ? null : reach.longValue(),
                document.getInteger(REVISION, 0),
                document.getList(COUNTS, Document.class, List.of()).stream()
                        .map(MongoTallies::count)
                        .toList(),
                at == null ? null : at.toInstant());
    }

    private static Tally.Count count(Document one) {
        return new Tally.Count(
                MessageState.of(one.getString(STATE)),
                one.getString(PROVIDER),
                one.getString(CAUSE),
                one.get(MESSAGES, Number.class).longValue());
    }

    @Override
    public List<Tally.Count> count(String mailingId) {
        String first = MailingPart.firstMessageId(mailingId);
        // '0' is the character after '/'.
        String end = first.substring(0, first.length() - 1) + "0";
        Document by = new Document(STATE, "$" + STATE)
                .append(PROVIDER, "$" + PROVIDER)
                .append(CAUSE, "$" + CAUSE);
        List<Tally.Count> counts = new ArrayList<>();
        messages.aggregate(List.of(
                        Aggregates.match(and(gt(ID, first), lt(ID, end))),
                        Aggregates.group(by, Accumulators.sum(MESSAGES, 1))))
                .forEach(group -> {
                    Document key = Objects.requireNonNull(group.get(ID, Document.class));
                    counts.add(count(new Document(key).append(MESSAGES, group.get(MESSAGES))));
                });
        // In one order, so that the same counts are seen to be the same.
        counts.sort(Comparator.comparing(String::valueOf));
        return counts;
    }

    @Override
    public void reached(String mailingId, long reach, int revision) {
        write(
                mailingId,
                eq(ID, mailingId),
                Updates.combine(Updates.set(REACH, reach), Updates.set(REVISION, revision)));
    }

    @Override
    public void counted(String mailingId, List<Tally.Count> counts, Instant at) {
        List<Document> written = counts.stream()
                .map(one -> {
                    Document count = new Document(STATE, one.state().wireName()).append(MESSAGES, one.messages());
                    if (one.provider() != null) {
                        count.append(PROVIDER, one.provider());
                    }
                    if (one.cause() != null) {
                        count.append(CAUSE, one.cause());
                    }
                    return count;
                })
                .toList();
        Date counted = Date.from(at);
        write(
                mailingId,
                // What another instance counted later stays.
                and(eq(ID, mailingId), lt(COUNTED_AT, counted)),
                Updates.combine(Updates.set(COUNTS, written), Updates.set(COUNTED_AT, counted)));
    }

    private void write(String id, Bson which, Bson change) {
        if (tallies.updateOne(which, change).getMatchedCount() == 0) {
            InsertOnce.into(tallies, new Document(ID, id).append(COUNTED_AT, Date.from(Instant.EPOCH)));
            tallies.updateOne(which, change);
        }
    }
}
