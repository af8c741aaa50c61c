package kr.minwon.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveChangesTests {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LiveChanges changes = new LiveChanges(meters);

    @Test
    void tellsThoseWhoWaitForThatComplaint() {
        AtomicInteger mine = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        changes.subscribe("c1", mine::incrementAndGet);
        changes.subscribe("c1", mine::incrementAndGet);
        changes.subscribe("c2", others::incrementAndGet);
        changes.changed("c1");
        await().untilAtomic(mine, org.hamcrest.Matchers.is(2));
        assertThat(others).hasValue(0);
        changes.missedSome();
        await().untilAtomic(mine, org.hamcrest.Matchers.is(4));
        await().untilAtomic(others, org.hamcrest.Matchers.is(1));
    }

    @Test
    void tellsNobodyAfterTheSubscriptionIsClosed() {
        AtomicInteger told = new AtomicInteger();
        LiveChanges.Subscription first = changes.subscribe("c1", told::incrementAndGet);
        LiveChanges.Subscription second = changes.subscribe("c1", told::incrementAndGet);
        assertThat(changes.open()).isEqualTo(2);
        assertThat(meters.get("minwon.gateway.open-pages").gauge().value()).isEqualTo(2);
        first.close();
        first.close();
        assertThat(changes.open()).isEqualTo(1);
        changes.changed("c1");
        await().untilAtomic(told, org.hamcrest.Matchers.is(1));
        second.close();
        assertThat(changes.open()).isZero();
    }

    @Test
    void isNotHeldUpByASlowOrBrokenPage() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        changes.subscribe("c1", () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        changes.subscribe("c1", () -> {
            throw new IllegalStateException("broken page");
        });
        changes.subscribe("c1", told::countDown);
        changes.changed("c1");
        assertThat(told.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        never.countDown();
    }

    @Test
    void readsTheReceiptNumberOfAnEvent() {
        assertThat(
                        ReceiptNumberOf.body(
                                bytes(
                                        "{\"sequence\":1,\"reporter\":{\"receiptNumber\":\"no\"},\"receiptNumber\":\"2611-0000-0000\"}")))
                .contains("2611-0000-0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":1}", "{\"receiptNumber\":{}}", "nonsense", "{\"a\":"})
    void readsNothingOfWhatIsNoEvent(String body) {
        assertThat(ReceiptNumberOf.body(bytes(body))).isEmpty();
        assertThat(ReceiptNumberOf.body(null)).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
