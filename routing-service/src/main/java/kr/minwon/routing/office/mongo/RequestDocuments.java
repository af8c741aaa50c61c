package kr.minwon.routing.office.mongo;

import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.idempotency.RequestMark;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The last requests with an idempotency key that changed an office, in its document, the last one last. */
final class RequestDocuments {
    /** Requests that added days off or took them back. */
    static final String DAYS = "dayRequests";
    /** Requests that took policies back. */
    static final String POLICIES = "policyRequests";

    /** So many are remembered: a client sends again within minutes, not after twenty other changes of one office. */
    private static final int KEPT = 20;

    private RequestDocuments() {}

    /** The change that remembers one. */
    static Bson remember(String field, RequestMark request, Document what) {
        Document remembered = new Document(what).append("key", request.key()).append("content", request.content());
        return Updates.pushEach(field, List.of(remembered), new PushOptions().slice(-KEPT));
    }

    /** The one under a key. */
    static Optional<Document> find(Document office, String field, String key) {
        return office.getList(field, Document.class, List.of()).reversed().stream()
                .filter(remembered -> key.equals(remembered.getString("key")))
                .findFirst();
    }

    static RequestMark mark(Document remembered) {
        return new RequestMark(
                Objects.requireNonNull(remembered.getString("key"), "key"),
                Objects.requireNonNull(remembered.getString("content"), "content"));
    }
}
