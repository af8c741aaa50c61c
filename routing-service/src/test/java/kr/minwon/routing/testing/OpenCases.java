package kr.minwon.routing.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import kr.minwon.routing.testing.Complaints.Filed;
import org.bson.Document;

/** Many open cases at once, for what happens to many. */
public final class OpenCases {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int AT_ONCE = 500;

    private OpenCases() {}

    /**
     * One case of each category comes by its event; the others are copies of them, other in who they are.
     *
     * @param touch changes a copy before it is stored
     */
    public static void fill(
            Topic topic,
            MongoCollection<Document> items,
            List<String> categories,
            int cases,
            Instant accepted,
            Consumer<Document> touch) {
        List<Document> templates = new ArrayList<>();
        for (String category : categories) {
            Filed filed = Complaints.filed(category, accepted);
            topic.send("complaint.submitted.v1", filed.id(), filed.submitted());
            await().atMost(LONG)
                    .until(() -> items.countDocuments(
                                    Filters.and(Filters.eq("_id", filed.id()), Filters.exists("relayAt", false)))
                            == 1);
            templates.add(items.find(Filters.eq("_id", filed.id())).first());
        }
        List<Document> copies = new ArrayList<>();
        for (int n = categories.size(); n < cases; n++) {
            Document copy = new Document(templates.get(n % categories.size()));
            Filed other = Complaints.filed("other", accepted);
            copy.put("_id", other.id());
            copy.put("receiptNumber", other.receiptNumber());
            copy.put(
                    "order",
                    String.format(Locale.ROOT, "%015d/%s", copy.getDate("dueAt").getTime(), other.id()));
            touch.accept(copy);
            copies.add(copy);
            if (copies.size() == AT_ONCE || n == cases - 1) {
                items.insertMany(copies);
                copies.clear();
            }
        }
        assertThat(items.countDocuments()).isEqualTo(cases);
    }
}
