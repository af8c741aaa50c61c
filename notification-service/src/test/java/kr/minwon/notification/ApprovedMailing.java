package kr.minwon.notification;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** A mailing of the office seogu as the service stores one whose time has come. */
final class ApprovedMailing {
    private ApprovedMailing() {}

    static Document of(String id, String topic) {
        Date now = Date.from(Instant.now());
        return new Document("_id", id)
                .append("version", 1L)
                .append("outbox", new Document("seq", 0L).append("pending", List.of()))
                .append("officeId", "seogu")
                .append("state", "approved")
                .append("topic", topic)
                .append("dongs", List.of())
                .append("text", "내일 오전 9시부터 오후 6시까지 물이 끊깁니다.")
                .append("advertising", false)
                .append("purpose", "news/" + topic)
                .append("revision", 1)
                .append(
                        "log",
                        List.of(new Document("what", "approval")
                                .append("by", "acc-lead")
                                .append("byName", "이팀장")
                                .append("note", "")
                                .append("at", now)))
                .append("createdAt", now)
                .append("takenUp", false)
                .append("settled", false)
                .append("listKey", "seogu/" + now.toInstant() + "/" + id)
                .append("workKey", id);
    }
}
