package kr.minwon.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import kr.minwon.notification.Office.Case;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What a phone got today is known to whoever hands over, from what is stored. */
class CapIT {
    private static final String CAP = "minwon.sms.cap-per-phone=3";
    private static final String PHONE = "01070001234";

    @Test
    void neitherAStartNorASecondInstanceForgetsWhatAPhoneGot() {
        try (Phones phones = new Phones()) {
            TestBed bed = new TestBed(phones.smppPort());
            try (Office office = new Office(bed)) {
                try (RunningService first = RunningService.start(bed, "one", CAP)) {
                    office.submit(office.newCase(PHONE));
                    office.submit(office.newCase(PHONE));
                    awaitTexts(phones, 2);
                    assertThat(first.database().getName()).isEqualTo(bed.database());
                }
                try (RunningService again = RunningService.start(bed, "one", CAP)) {
                    office.submit(office.newCase(PHONE));
                    awaitTexts(phones, 3);
                    // More than went, and after them.
                    for (int n = 0; n < 8; n++) {
                        awaitTooMany(again, office);
                    }
                    try (RunningService second = RunningService.start(bed, "two", CAP)) {
                        for (int n = 0; n < 4; n++) {
                            awaitTooMany(second, office);
                        }
                    }
                }
                assertThat(phones.texts(PHONE)).hasSize(3);
                RunningService.SHAPES.assertServed();
            }
        }
    }

    private static void awaitTexts(Phones phones, int count) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(phones.texts(PHONE)).hasSize(count));
    }

    private static void awaitTooMany(RunningService service, Office office) {
        Case one = office.newCase(PHONE);
        office.submit(one);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Document stored = service.database()
                    .getCollection("messages")
                    .find(new Document("_id", one.messageId("received.1")))
                    .first();
            assertThat(stored).containsEntry("state", "dropped").containsEntry("cause", "too-many-today");
        });
    }
}
