package kr.minwon.notification.staffnotice.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import kr.minwon.notification.message.messaging.Examples;
import kr.minwon.notification.staffnotice.NoticeKind;
import kr.minwon.notification.staffnotice.StaffNotice;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.UnreadableEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class StaffNoticeReaderTests {
    private static final String ID = "0198f3c2-7a10-7c3e-9b51-5f0a4d2e8c11";
    private static final Instant NOW = Instant.parse("2026-11-27T00:00:01Z");

    private static ObjectNode example() {
        return Examples.body(StaffNoticeV1.TYPE, ID, 4);
    }

    private static IncomingEvent event(ObjectNode body, String subject) {
        return new IncomingEvent(
                "id",
                StaffNoticeV1.TYPE,
                "/minwon/routing-service",
                subject,
                NOW,
                body.path("sequence").asLong(),
                null,
                Examples.JSON.writeValueAsBytes(body));
    }

    private static StaffNotice read(ObjectNode body) {
        return StaffNoticeReader.read(event(body, "work-item/" + ID), NOW);
    }

    @Test
    void readsTheExampleAlsoWithAFieldThatItDoesNotKnow() {
        StaffNotice notice = read(example().put("mood", "stern"));

        assertThat(notice.id()).isEqualTo(ID + "/overdue.4");
        assertThat(notice.kind()).isEqualTo(NoticeKind.OVERDUE);
        assertThat(notice.about().receiptNumber()).isEqualTo("2611-4821-9375");
        assertThat(notice.title()).isEqualTo("골목 보안등이 꺼졌어요");
        assertThat(notice.dueAt()).isEqualTo("2026-11-26T01:12:00Z");
        assertThat(notice.workingDaysLate()).isEqualTo(1);
        assertThat(notice.departmentId()).isEqualTo("construction");
        assertThat(notice.officerId()).isEqualTo("acc-construction-1");
        assertThat(notice.listedAt()).isEqualTo(NOW);
    }

    @Test
    void aCaseMayBeNobodysAndWithoutATitle() {
        ObjectNode body = example();
        body.remove("officer");
        body.remove("title");
        assertThat(read(body).officerId()).isNull();
        assertThat(read(body).title()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaintId",
                "officeId",
                "receiptNumber",
                "kind",
                "dueAt",
                "workingDaysLate",
                "department",
                "remindedAt"
            })
    void whatLacksAFieldIsPoison(String field) {
        ObjectNode body = example();
        body.remove(field);
        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void whatSaysWhatNoneMayIsPoison() {
        assertThatThrownBy(() -> read(example().put("kind", "sometime"))).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> read(example().put("workingDaysLate", -1))).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> read(example().put("sequence", 0))).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> read(example().put("dueAt", "soon"))).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> StaffNoticeReader.read(event(example(), "work-item/another"), NOW))
                .isInstanceOf(UnreadableEvent.class);
    }
}
