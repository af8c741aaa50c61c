package kr.minwon.notification.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.notification.consent.ConsentEntry.Channel;
import kr.minwon.notification.dispatch.HandClock;
import kr.minwon.notification.dispatch.MemoryCases;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Spoken;
import org.junit.jupiter.api.Test;

class ConsentLedgerTests {
    private static final String OFFICE = "seogu";
    private static final String PHONE = MessageMother.PHONE;

    private final HandClock clock = new HandClock(MessageMother.AT);
    private final MemoryCases cases = new MemoryCases();
    private final ConsentLedger ledger =
            new ConsentLedger(new MemoryConsents(), cases, MessageMother.templates(), clock);

    private Instant file(int n, boolean consent, String officeId) {
        clock.pass(Duration.ofMinutes(1));
        About about = new About("case-%03d".formatted(n), officeId, "2611-0000-%04d".formatted(n));
        cases.put(CaseRecord.opened(about, PHONE, consent, clock.instant(), Spoken.KOREAN));
        return clock.instant();
    }

    private Instant say(boolean given) {
        clock.pass(Duration.ofMinutes(1));
        ledger.record(OFFICE, PHONE, Purpose.CASE_NOTICES, given, Channel.TEXT, "수신거부");
        return clock.instant();
    }

    private List<FilingConsent> all(int pageSize) {
        List<FilingConsent> all = new ArrayList<>();
        String after = "";
        while (after != null) {
            FilingConsent.Page page = ledger.ofFilings(OFFICE, PHONE, after, pageSize);
            all.addAll(page.items());
            after = page.next();
        }
        return all;
    }

    @Test
    void whatAFilingAgreedToIsWithdrawnByWhatWasSaidSince() {
        Instant before = file(1, true, OFFICE);
        Instant withdrawn = say(false);
        Instant after = file(2, true, OFFICE);
        assertThat(all(10))
                .containsExactly(
                        new FilingConsent("2611-0000-0002", after, null),
                        new FilingConsent("2611-0000-0001", before, withdrawn));
        say(true);
        assertThat(all(10)).extracting(FilingConsent::withdrawnAt).containsOnlyNulls();
    }

    @Test
    void onlyFilingsOfTheOfficeThatAgreedAreListedWhateverThePage() {
        for (int n = 1; n <= 9; n++) {
            file(n, n % 3 != 0, n % 2 == 0 ? OFFICE : "bukgu");
        }
        for (int pageSize : List.of(1, 2, 3, 9, 100)) {
            assertThat(all(pageSize))
                    .extracting(FilingConsent::receiptNumber)
                    .containsExactly("2611-0000-0008", "2611-0000-0004", "2611-0000-0002");
        }
    }
}
