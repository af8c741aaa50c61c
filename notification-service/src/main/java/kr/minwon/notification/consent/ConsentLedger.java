package kr.minwon.notification.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Digest;
import kr.minwon.notification.message.MailingPart;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.PhoneCheck;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Templates;

/**
 * Who wants to be told what. A filing's own consent stays with its case; the ledger holds what was said since: withdrawn,
 * given again. What counts is what was said last, and it is asked when a text goes out, not when it is made.
 */
public final class ConsentLedger {
    private final Consents consents;
    private final Cases cases;
    private final Templates templates;
    private final Clock clock;

    public ConsentLedger(Consents consents, Cases cases, Templates templates, Clock clock) {
        this.consents = consents;
        this.cases = cases;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Writes down what somebody said; the same again writes nothing.
     *
     * @param phone 11 digits
     * @return whether it was written
     */
    public boolean record(
            String officeId, String phone, Purpose purpose, boolean given, ConsentEntry.Channel channel, String words) {
        // After whatever was said before, also where another instance's clock is ahead: what was said last counts.
        Instant now = of(officeId, phone).stream()
                .map(before -> before.at().plusMillis(1))
                .reduce(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        (one, other) -> one.isAfter(other) ? one : other);
        ConsentEntry entry = new ConsentEntry(purpose, given, channel, words, now);
        return consents.add(
                scope(officeId),
                phone,
                entry,
                before -> latest(before, purpose)
                        .map(last -> last.given() != given)
                        .orElse(!given || isFirstGiving(purpose)));
    }

    /** Nobody has to be told again that they are told of their cases, unless they said otherwise. */
    private static boolean isFirstGiving(Purpose purpose) {
        return !purpose.equals(Purpose.CASE_NOTICES);
    }

    /** What somebody has said, the oldest first. */
    public List<ConsentEntry> of(String officeId, String phone) {
        return consents.of(scope(officeId), phone);
    }

    /**
     * Why a text must not go out; nothing when it may.
     *
     * @throws RuntimeException when the store is away
     */
    public Optional<Reason> refusal(Message message, String phone) {
        List<String> complaintIds = switch (message.about()) {
            case About about -> List.of(about.complaintId());
            case Digest digest -> digest.complaintIds();
            case PhoneCheck check -> List.of();
            case MailingPart part -> List.of();
        };
        if (complaintIds.isEmpty()) {
            return Optional.empty();
        }
        return latest(of(message.about().officeId(), phone), Purpose.CASE_NOTICES)
                .filter(last -> !last.given() && !areNewer(complaintIds, last.at()))
                .map(last -> new Reason("opted out by " + last.channel().wireName(), Cause.OPTED_OUT));
    }

    /** Whether each of the cases was filed with consent after that. */
    private boolean areNewer(List<String> complaintIds, Instant withdrawnAt) {
        Map<String, CaseRecord> found = cases.all(complaintIds);
        return complaintIds.stream()
                .allMatch(id -> Optional.ofNullable(found.get(id))
                        .map(CaseRecord::consentedAt)
                        .map(consentedAt -> consentedAt.isAfter(withdrawnAt))
                        .orElse(false));
    }

    private static Optional<ConsentEntry> latest(List<ConsentEntry> entries, Purpose purpose) {
        return entries.stream().filter(one -> one.purpose().equals(purpose)).reduce((earlier, later) -> later);
    }

    /** Offices that share their words and number share what was said to it. */
    private String scope(String officeId) {
        return templates.office(officeId).id();
    }
}
