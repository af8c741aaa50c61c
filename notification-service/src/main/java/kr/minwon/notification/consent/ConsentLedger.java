package kr.minwon.notification.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.consent.ConsentEntry.Area;
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
import org.jspecify.annotations.Nullable;

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
        return record(officeId, phone, purpose, given, channel, words, null);
    }

    /**
     * The same of what may be wanted of some 동 only: another choice of them is something else.
     *
     * @param dongs by their codes, none for all; null where nobody was asked
     */
    public boolean record(
            String officeId,
            String phone,
            Purpose purpose,
            boolean given,
            ConsentEntry.Channel channel,
            String words,
            @Nullable List<String> dongs) {
        // After whatever was said before, also where another instance's clock is ahead: what was said last counts.
        Instant now = of(officeId, phone).stream()
                .map(before -> before.at().plusMillis(1))
                .reduce(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        (one, other) -> one.isAfter(other) ? one : other);
        Area area = dongs == null ? null : new Area(officeId, dongs);
        ConsentEntry entry = new ConsentEntry(purpose, given, channel, words, area, now);
        return consents.add(
                scope(officeId),
                phone,
                entry,
                before -> latest(before, purpose)
                        .map(last -> last.given() != given || (given && isOtherChoice(before, entry)))
                        .orElse(!given || isFirstGiving(purpose)));
    }

    /** Whether it was said of other 동, or of the same by other words. */
    private static boolean isOtherChoice(List<ConsentEntry> before, ConsentEntry entry) {
        Area area = entry.area();
        return area != null
                && choice(before, entry.purpose(), area.officeId())
                        .map(last -> !area.equals(last.area()) || !entry.words().equals(last.words()))
                        .orElse(true);
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
     * What was agreed to by filing complaints with a phone, the latest first.
     *
     * @param after where the page before ended; empty for the first
     * @param most how many cases are looked at
     */
    public FilingConsent.Page ofFilings(String officeId, String phone, String after, int most) {
        Optional<Instant> withdrawn = latest(of(officeId, phone), Purpose.CASE_NOTICES)
                .filter(last -> !last.given())
                .map(ConsentEntry::at);
        List<CaseRecord> found = cases.ofPhone(phone, after, most);
        List<FilingConsent> items = found.stream()
                .filter(one -> one.smsConsent() && one.about().officeId().equals(officeId))
                .map(one -> new FilingConsent(
                        one.about().receiptNumber(),
                        one.consentedAt(),
                        withdrawn.filter(at -> !isAfter(one.consentedAt(), at)).orElse(null)))
                .toList();
        return new FilingConsent.Page(
                items, found.size() < most ? null : found.getLast().about().complaintId());
    }

    private static boolean isAfter(@Nullable Instant consentedAt, Instant withdrawnAt) {
        return consentedAt != null && consentedAt.isAfter(withdrawnAt);
    }

    /**
     * Why a text must not go out; nothing when it may.
     *
     * @throws RuntimeException when the store is away
     */
    public Optional<Reason> refusal(Message message, String phone) {
        return switch (message.about()) {
            case About about -> refusal(about.officeId(), List.of(about.complaintId()), phone);
            case Digest digest -> refusal(digest.officeId(), digest.complaintIds(), phone);
            case MailingPart part -> refusal(part, List.of(), phone);
            case PhoneCheck code -> Optional.empty();
        };
    }

    /**
     * News go only to who has asked for them and still wants those of these 동, advertising only to who takes that too.
     *
     * @param dongs to whom of which 동; none for all
     * @throws RuntimeException when the store is away
     */
    public Optional<Reason> refusal(MailingPart part, List<String> dongs, String phone) {
        List<ConsentEntry> entries = of(part.officeId(), phone);
        Purpose purpose = new Purpose(part.purpose());
        if (!isGiven(entries, purpose) || (part.advertising() && !isGiven(entries, Purpose.ADS))) {
            return Optional.of(new Reason("no consent to " + part.purpose(), Cause.OPTED_OUT));
        }
        boolean there = choice(entries, purpose, part.officeId())
                .map(ConsentEntry::area)
                .map(area -> area.meets(dongs))
                .orElse(true);
        return there
                ? Optional.empty()
                : Optional.of(new Reason(
                        "no consent to " + part.purpose() + " of " + String.join(" ", dongs), Cause.OPTED_OUT));
    }

    /** What was said last of 동 of that office, whose neighbours may share its ledger. */
    private static Optional<ConsentEntry> choice(List<ConsentEntry> entries, Purpose purpose, String officeId) {
        return latest(entries.stream().filter(one -> one.saysDongsOf(officeId)).toList(), purpose);
    }

    /** Whether somebody has agreed to a purpose that has to be agreed to, and not withdrawn it since. */
    public boolean isGiven(String officeId, String phone, Purpose purpose) {
        return isGiven(of(officeId, phone), purpose);
    }

    private static boolean isGiven(List<ConsentEntry> entries, Purpose purpose) {
        return latest(entries, purpose).map(ConsentEntry::given).orElse(false);
    }

    private Optional<Reason> refusal(String officeId, List<String> complaintIds, String phone) {
        return latest(of(officeId, phone), Purpose.CASE_NOTICES)
                .filter(last -> !last.given() && !areNewer(complaintIds, last.at()))
                .map(last -> new Reason("opted out by " + last.channel().wireName(), Cause.OPTED_OUT));
    }

    /** Whether each of the cases was filed with consent after that. */
    private boolean areNewer(List<String> complaintIds, Instant withdrawnAt) {
        Map<String, CaseRecord> found = cases.all(complaintIds);
        return complaintIds.stream()
                .allMatch(id -> Optional.ofNullable(found.get(id))
                        .map(one -> isAfter(one.consentedAt(), withdrawnAt))
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
