package kr.minwon.notification.staffnotice.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import kr.minwon.notification.message.About;
import kr.minwon.notification.staffnotice.NoticeKind;
import kr.minwon.notification.staffnotice.NoticeList;
import kr.minwon.notification.staffnotice.StaffNotice;
import org.bson.Document;

/** A notice of staff and its document; {@code lists}, {@code key} and {@code listedOf} are there while it is listed. */
final class StaffNoticeDocuments {
    static final String LISTS = "lists";
    static final String KEY = "key";
    static final String LISTED_OF = "listedOf";
    static final String REMINDED_AT = "remindedAt";

    private StaffNoticeDocuments() {}

    static Document write(StaffNotice notice) {
        Document document = new Document("_id", notice.id())
                .append("complaintId", notice.about().complaintId())
                .append("officeId", notice.about().officeId())
                .append("receiptNumber", notice.about().receiptNumber())
                .append("sequence", notice.sequence())
                .append("kind", notice.kind().wireName())
                .append("title", notice.title())
                .append("dueAt", Date.from(notice.dueAt()))
                .append("workingDaysLate", notice.workingDaysLate())
                .append(REMINDED_AT, Date.from(notice.remindedAt()));
        document.putAll(place(notice));
        return document;
    }

    /** What changes when somebody else has the case. */
    static Document place(StaffNotice notice) {
        Document place = new Document("departmentId", notice.departmentId())
                .append("listedAt", Date.from(notice.listedAt()))
                .append(LISTS, lists(notice))
                .append(KEY, notice.key())
                .append(LISTED_OF, notice.about().complaintId());
        return notice.officerId() == null ? place : place.append("officerId", notice.officerId());
    }

    /** Where it stands; no two places have the same. */
    static List<String> lists(StaffNotice notice) {
        return NoticeList.of(notice).stream().map(NoticeList::key).toList();
    }

    /** What is there only while it is listed. */
    static List<String> listed() {
        return List.of(LISTS, KEY, LISTED_OF);
    }

    static StaffNotice read(Document document) {
        return new StaffNotice(
                new About(text(document, "complaintId"), text(document, "officeId"), text(document, "receiptNumber")),
                document.getLong("sequence"),
                NoticeKind.of(text(document, "kind")),
                document.getString("title"),
                moment(document, "dueAt"),
                document.getInteger("workingDaysLate"),
                text(document, "departmentId"),
                document.getString("officerId"),
                moment(document, REMINDED_AT),
                moment(document, "listedAt"));
    }

    private static String text(Document document, String field) {
        return Objects.requireNonNull(document.getString(field), field);
    }

    private static Instant moment(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field), field).toInstant();
    }
}
