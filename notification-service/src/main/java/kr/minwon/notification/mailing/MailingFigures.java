package kr.minwon.notification.mailing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.notification.message.Prices;
import org.jspecify.annotations.Nullable;

/** What staff look at before a mailing goes out, and while it does: how it reads, whom it reaches, what it costs. */
public final class MailingFigures {
    private final Tallies tallies;
    private final Wording wording;
    private final Prices prices;
    private final Set<String> providers;

    /** @param providers those that could take a text */
    public MailingFigures(Tallies tallies, Wording wording, Prices prices, Collection<String> providers) {
        this.tallies = tallies;
        this.wording = wording;
        this.prices = prices;
        this.providers = Set.copyOf(providers);
    }

    /**
     * The figures of one.
     *
     * @param subject as it reads on a phone; null for none
     * @param reach how many it goes to; null while that is counted
     * @param costAtMost won, were all of them told by the dearest provider; null while the reach is not known
     * @param cost won, for what was handed over until now
     */
    public record Figures(
            String sample,
            @Nullable String subject,
            SmsSize size,
            @Nullable Long reach,
            @Nullable Long costAtMost,
            long cost,
            Tally tally) {}

    /** Of several, by the ids of the mailings. */
    public Map<String, Figures> of(Collection<Mailing> several) {
        List<String> ids = several.stream().map(Mailing::id).toList();
        Map<String, Tally> known = tallies.of(ids);
        return several.stream()
                .collect(Collectors.toMap(Mailing::id, one -> figures(one, known.getOrDefault(one.id(), Tally.NONE))));
    }

    /** Of one. */
    public Figures of(Mailing mailing) {
        return Objects.requireNonNull(of(List.of(mailing)).get(mailing.id()));
    }

    private Figures figures(Mailing mailing, Tally tally) {
        String sample = wording.sample(mailing.officeId(), mailing.letter());
        SmsSize size = wording.size(mailing.officeId(), mailing.letter());
        SmsSize.Type type = size.type() == SmsSize.Type.SMS ? SmsSize.Type.SMS : SmsSize.Type.LMS;
        Long reach = tally.reachOf(mailing.revision());
        Long atMost = reach == null ? null : prices.atMost(providers, type, reach);
        long cost = tally.handedOver().entrySet().stream()
                .mapToLong(one -> prices.atMost(List.of(one.getKey()), type, one.getValue()))
                .sum();
        return new Figures(sample, wording.subject(mailing.letter()), size, reach, atMost, cost, tally);
    }
}
