package kr.minwon.notification.subscription;

import java.util.Collection;
import kr.minwon.notification.consent.ConsentEntry.Channel;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.Purpose;

/**
 * Somebody texts that they want no more. What they answer stops: after a text of a mailing the news, otherwise all, the
 * notices of their cases too.
 */
public final class OptOuts {
    private final ConsentLedger ledger;
    private final Subscriptions subscriptions;
    private final LastText lastText;

    /** What somebody was told last. */
    @FunctionalInterface
    public interface LastText {
        /**
         * Whether it was one of a mailing.
         *
         * @param phone 11 digits
         */
        boolean wasNews(String officeId, String phone);
    }

    public OptOuts(ConsentLedger ledger, Subscriptions subscriptions, LastText lastText) {
        this.ledger = ledger;
        this.subscriptions = subscriptions;
        this.lastText = lastText;
    }

    /**
     * Writes it down; the same again writes nothing.
     *
     * @param offices whose number was texted; several may share one
     * @param phone 11 digits
     * @param words what was texted
     * @throws RuntimeException when the store is away
     */
    public void on(Collection<String> offices, String phone, String words) {
        boolean news = offices.stream().anyMatch(office -> lastText.wasNews(office, phone));
        for (String office : offices) {
            if (!news) {
                ledger.record(office, phone, Purpose.CASE_NOTICES, false, Channel.TEXT, words);
            }
            subscriptions.stopAll(office, phone, Channel.TEXT, words);
        }
    }
}
