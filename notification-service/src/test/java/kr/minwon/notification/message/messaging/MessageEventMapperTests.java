package kr.minwon.notification.message.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Receipt;
import kr.minwon.notification.message.Urgency;
import kr.minwon.outbox.NewEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageEventMapperTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:12:33.4567891Z");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                    Objects.requireNonNull(MessageEventMapperTests.class.getResourceAsStream(
                            "/contracts/events/notification.message.v1.schema.json")),
                    InputFormat.JSON);

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void whatIsToldKeepsTheContract(MessageState state) {
        NewEvent event = told(MessageMother.in(state));
        String json = Examples.JSON.writeValueAsString(event.body());
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(event.type()).isEqualTo("notification.message.v1");
        assertThat(event.body()).containsEntry("state", state.wireName()).containsEntry("rank", state.rank());
    }

    @Test
    void theKeyIsTheCase() {
        Message message = MessageMother.in(MessageState.UNKNOWN);
        NewEvent event = told(message);
        assertThat(event.key()).isEqualTo(message.ofCase().complaintId());
        assertThat(event.body())
                .containsEntry("messageId", message.id())
                .containsEntry("at", "2026-11-23T10:12:33.456+09:00")
                .containsEntry("reason", "no answer");
    }

    @Test
    void aReceiptSaysWhen() {
        Instant at = Instant.parse("2026-11-23T02:00:00Z");
        Message delivered = MessageMother.in(MessageState.ACCEPTED)
                .received(1, new Receipt(MessageState.DELIVERED, at, null), "17");
        assertThat(told(delivered).body()).containsEntry("at", "2026-11-23T11:00:00+09:00");
    }

    @Test
    void tellsWhichHandOverItIsAndThatItWasLeftSo() {
        Message left = MessageMother.in(MessageState.UNKNOWN).left(MessageMother.leave());
        NewEvent event = told(left);
        assertThat(event.body()).containsEntry("attempt", 1).containsEntry("decision", "leave");
        assertThat(SCHEMA.validate(Examples.JSON.writeValueAsString(event.body()), InputFormat.JSON))
                .isEmpty();
        Message twice = MessageMother.again().received(1, MessageMother.delivered(), "9");
        assertThat(told(twice).body())
                .containsEntry("attempt", 2)
                .containsEntry("state", "delivered")
                .containsEntry("at", "2026-11-23T10:14:00.123+09:00")
                .containsEntry("decision", null);
    }

    @Test
    void tellsNothingOfWhoDecided() {
        Message left = MessageMother.in(MessageState.UNKNOWN).left(MessageMother.leave());
        assertThat(Examples.JSON.writeValueAsString(told(left).body())).doesNotContain("운영");
    }

    @Test
    void tellsNothingOfThePhoneOrTheText() {
        Message message = MessageMother.in(MessageState.DELIVERED);
        assertThat(Examples.JSON.writeValueAsString(told(message).body()))
                .doesNotContain(message.sealedPhone())
                .doesNotContain(message.content().text());
    }

    private static NewEvent told(Message message) {
        return MessageEventMapper.messages(message, NOW).getFirst();
    }

    @Test
    void whatADigestTellsIsToldOfEachOfItsCases() {
        Message one = MessageMother.wanted(Urgency.NOTICE);
        Message other = MessageMother.wanted(Urgency.NOTICE);
        Message digest = MessageMother.digest(List.of(one, other))
                .sending("1", "smpp", NOW)
                .accepted("17", NOW)
                .received(1, MessageMother.delivered(), "17");
        List<NewEvent> events = MessageEventMapper.messages(digest, NOW);
        assertThat(events)
                .extracting(NewEvent::key)
                .containsExactly(one.about().id(), other.about().id());
        assertThat(events).allSatisfy(event -> {
            assertThat(SCHEMA.validate(Examples.JSON.writeValueAsString(event.body()), InputFormat.JSON))
                    .isEmpty();
            assertThat(event.body()).containsEntry("state", "delivered").containsEntry("step", "progress.1");
        });
        assertThat(events.getFirst().body()).containsEntry("messageId", one.id());
    }
}
