package kr.minwon.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import kr.minwon.notification.RunningService.Reply;
import kr.minwon.trialstore.TrialStore;
import org.junit.jupiter.api.Test;

/** An inbound text that cannot be stored is asked for again, and is not lost by whoever brings it. */
class TextsLaterIT {
    private static final String WEBHOOK = "/api/v1/sms-inbound/carrier";

    @Test
    void whileTheStoreIsAwayATextIsAskedForAgainInAMoment() {
        try (Phones phones = new Phones();
                TrialStore store = TrialStore.open(null, 0);
                RunningService service = RunningService.start(
                        new TestBed(phones.smppPort()),
                        "it",
                        "spring.mongodb.uri=" + store.uri() + "/texts_later",
                        "minwon.sms.inbound.sources.carrier.secret=" + InboundTexts.SECRET)) {
            assertThat(bring(service, "first").json().get("taken").asBoolean()).isTrue();
            store.close();
            Reply away = bring(service, "second");
            assertThat(away.status()).as(away.body()).isEqualTo(503);
            assertThat(away.problem()).isEqualTo("texts-later");
            assertThat(away.body()).contains("다시 보내 주세요");
        }
    }

    private static Reply bring(RunningService service, String id) {
        String body = InboundTexts.webhook(id, "01070000016", "여보세요");
        Instant now = Instant.now();
        return service.post(
                WEBHOOK,
                body,
                Map.of(
                        "X-Minwon-Timestamp",
                        String.valueOf(now.getEpochSecond()),
                        "X-Minwon-Signature",
                        InboundTexts.signature(now, body)));
    }
}
