package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTests {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final LaneSettings.Limit FREE = new LaneSettings.Limit(0, 0);

    private Lanes lanes = new Lanes(100, LaneSettings.NONE);

    @AfterEach
    void close() {
        lanes.close();
    }

    private void limitNotices(int atOnce, int perSecond) {
        lanes.close();
        lanes = new Lanes(100, new LaneSettings(FREE, FREE, FREE, new LaneSettings.Limit(atOnce, perSecond), FREE));
    }

    private void offer(Urgency urgency, int count) {
        IntStream.range(0, count)
                .forEach(n ->
                        assertThat(lanes.offer(MessageMother.wanted(urgency))).isTrue());
    }

    private Urgency taken() throws InterruptedException {
        return lanes.take(AT_ONCE).orElseThrow().takenAs();
    }

    @Test
    void theMostUrgentIsTakenFirst() throws Exception {
        offer(Urgency.NOTICE, 2);
        offer(Urgency.URGENT, 2);
        assertThat(lanes.offer(MessageMother.code("1"))).isTrue();
        assertThat(List.of(taken(), taken(), taken(), taken(), taken()))
                .containsExactly(Urgency.CODE, Urgency.URGENT, Urgency.URGENT, Urgency.NOTICE, Urgency.NOTICE);
    }

    @Test
    void ofThoseThatArePassedOverAgainAndAgainOneIsTakenNowAndThen() throws Exception {
        offer(Urgency.NOTICE, 5);
        offer(Urgency.URGENT, 60);
        List<Urgency> order = new ArrayList<>();
        for (int n = 0; n < 64; n++) {
            order.add(taken());
        }
        assertThat(order.subList(0, 16))
                .containsOnly(Urgency.URGENT, Urgency.NOTICE)
                .endsWith(Urgency.NOTICE);
        assertThat(order.subList(0, 48))
                .filteredOn(one -> one == Urgency.NOTICE)
                .hasSize(3);
    }

    @Test
    void theRoomOfOneUrgencyIsNotThatOfAnother() {
        offer(Urgency.NOTICE, 100);
        assertThat(lanes.offer(MessageMother.wanted(Urgency.NOTICE))).isFalse();
        assertThat(lanes.offer(MessageMother.wanted(Urgency.CODE))).isTrue();
        assertThat(lanes.room(Urgency.NOTICE)).isZero();
        assertThat(lanes.size(Urgency.CODE)).isOne();
    }

    @Test
    void whatManyAreToldGoesAfterAllElseAndYetDoesNotStarve() throws Exception {
        offer(Urgency.BULK, 5);
        offer(Urgency.NOTICE, 40);
        List<Urgency> order = new ArrayList<>();
        for (int n = 0; n < 32; n++) {
            order.add(taken());
        }
        assertThat(order.getFirst()).isEqualTo(Urgency.NOTICE);
        assertThat(order).filteredOn(one -> one == Urgency.BULK).hasSize(2);
    }

    @Test
    void anAlertGoesAfterCodesAndWhatIsWaitedForAndBeforeNotices() throws Exception {
        offer(Urgency.BULK, 1);
        offer(Urgency.NOTICE, 1);
        offer(Urgency.ALERT, 1);
        offer(Urgency.URGENT, 1);
        offer(Urgency.CODE, 1);
        assertThat(List.of(taken(), taken(), taken(), taken(), taken())).containsExactly(Urgency.values());
    }

    @Test
    void whatWaitsForAMessageOfAnotherLaneHurriesThat() throws Exception {
        offer(Urgency.NOTICE, 3);
        Message digest = MessageMother.digest(
                List.of(MessageMother.wanted(Urgency.NOTICE), MessageMother.wanted(Urgency.NOTICE)));
        lanes.hurry(digest, Urgency.NOTICE);
        lanes.hurry(digest, Urgency.URGENT);
        Lane lane = lanes.take(AT_ONCE).orElseThrow();
        assertThat(lanes.first(lane)).isEqualTo(digest);
        assertThat(lane.takenAs()).isEqualTo(Urgency.URGENT);
        assertThat(lanes.urgency(lane)).isEqualTo(Urgency.URGENT);
        lanes.done(lane);
        assertThat(lanes.size(Urgency.NOTICE)).isEqualTo(3);
    }

    @Test
    void somethingUrgentHurriesWhatGoesBeforeIt() throws Exception {
        offer(Urgency.NOTICE, 3);
        String id = MessageMother.complaintId();
        Message notice = MessageMother.message(id, "progress.1", null, MessageMother.AT);
        lanes.offer(notice);
        lanes.offer(MessageMother.message(id, "changed.1", "progress.1", MessageMother.AT));
        Lane lane = lanes.take(AT_ONCE).orElseThrow();
        assertThat(lanes.first(lane)).isEqualTo(notice);
        assertThat(lane.takenAs()).isEqualTo(Urgency.URGENT);
    }

    @Test
    void noMoreAreOutThanMayBe() throws Exception {
        limitNotices(2, 0);
        offer(Urgency.NOTICE, 5);
        Lane first = lanes.take(AT_ONCE).orElseThrow();
        assertThat(lanes.take(AT_ONCE)).isPresent();
        assertThat(lanes.take(AT_ONCE)).isEmpty();
        offer(Urgency.URGENT, 1);
        assertThat(taken()).isEqualTo(Urgency.URGENT);
        lanes.done(first);
        assertThat(taken()).isEqualTo(Urgency.NOTICE);
        assertThat(lanes.take(AT_ONCE)).isEmpty();
    }

    @Test
    void aPaceIsKept() throws Exception {
        limitNotices(0, 1);
        offer(Urgency.NOTICE, 2);
        long began = System.nanoTime();
        lanes.done(lanes.take(AT_ONCE).orElseThrow());
        assertThat(lanes.take(Duration.ofSeconds(5))).isPresent();
        assertThat(System.nanoTime() - began).isGreaterThan(900_000_000L);
    }

    @Test
    void aLaneIsInOnePlaceOnly() throws Exception {
        String id = MessageMother.complaintId();
        lanes.offer(MessageMother.message(id, "received.1", null, MessageMother.AT));
        Lane lane = lanes.take(AT_ONCE).orElseThrow();
        lanes.offer(MessageMother.message(id, "changed.1", "received.1", MessageMother.AT));
        assertThat(lanes.take(AT_ONCE)).isEmpty();
        lanes.done(lane);
        assertThat(lanes.take(AT_ONCE)).contains(lane);
        lanes.done(lane);
        assertThat(lanes.take(AT_ONCE)).isEmpty();
        assertThat(lanes.size(Urgency.URGENT)).isZero();
    }
}
