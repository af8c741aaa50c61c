package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.Office;
import org.jspecify.annotations.Nullable;

/**
 * Which provider gets the next text: by chance in proportion to its points, and another one when it gives no turn. A text
 * goes to one provider at a time; only after a definite "not now" may another get it.
 */
public final class Choice {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Map<String, Provider> providers = new LinkedHashMap<>();
    private final Map<String, Pace> paces = new HashMap<>();
    private final Weights weights;
    private final RandomGenerator random;

    /**
     * @param backOff pauses of a provider that asks for less
     * @param random draws the providers
     */
    Choice(
            List<? extends Provider> all,
            ChoiceSettings settings,
            BackOff backOff,
            Clock clock,
            RandomGenerator random) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "no SMS provider is switched on: see minwon.smpp.enabled and" + " minwon.sms.providers.*.enabled");
        }
        this.weights = new Weights(List.copyOf(all), settings, clock);
        this.random = random;
        for (Provider provider : all) {
            providers.put(provider.name(), provider);
            paces.put(provider.name(), new Pace(backOff));
        }
    }

    /** The choice among these providers. */
    public static Choice among(
            List<? extends Provider> providers,
            ChoiceSettings settings,
            DispatchSettings dispatch,
            Clock clock,
            RandomGenerator random) {
        BackOff backOff = new BackOff(dispatch.firstBackOff(), dispatch.longestBackOff());
        return new Choice(providers, settings, backOff, clock, random);
    }

    /** Most texts under way at once, all providers together. */
    int window() {
        return providers.values().stream().mapToInt(Provider::window).sum();
    }

    /** How many points a provider has now. */
    public int points(String provider) {
        return weights.points(provider);
    }

    /** The providers' names. */
    public List<String> names() {
        return List.copyOf(providers.keySet());
    }

    /**
     * @throws IllegalArgumentException when no provider knows the office's sender number (발신번호 사전등록): its texts would
     *     wait for ever
     */
    public void requireKnown(Office office) {
        Content any = new Content("", Encoding.EUC_KR, "");
        String sender = office.sender().digits();
        if (providers.values().stream().noneMatch(provider -> provider.takes(sender, any))) {
            throw new IllegalArgumentException("no SMS provider knows the sender number " + sender + " of office '"
                    + office.id() + "': see minwon.sms.providers.*.senders");
        }
    }

    /** Whether there is one that takes a text in UCS-2 from that sender number. */
    public boolean takesWide(String sender) {
        Content any = new Content("", Encoding.UCS_2, "");
        return providers.values().stream().anyMatch(provider -> provider.takes(sender, any));
    }

    /**
     * A turn with a provider that takes such a text, as soon as there is one; nothing when {@code patience} is over. A text
     * that none takes is refused by one of them, which says why.
     *
     * @param passedOver providers not to be asked for this text now
     */
    Optional<Chosen> turn(String sender, Content content, Predicate<String> passedOver, Duration patience)
            throws InterruptedException {
        List<String> eligible = eligible(sender, content);
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() - until < 0) {
            List<String> now = new ArrayList<>(eligible);
            now.removeIf(name -> passedOver.test(name) || pace(name).isPaused());
            for (String name : weights.order(now, random)) {
                Optional<Provider.Turn> turn = provider(name).turn();
                if (turn.isPresent()) {
                    return Optional.of(new Chosen(name, turn.get()));
                }
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return Optional.empty();
    }

    /** Whether there is a provider beside these for such a text. */
    boolean hasOther(String sender, Content content, Predicate<String> passedOver) {
        return eligible(sender, content).stream().anyMatch(passedOver.negate());
    }

    /** Whether there is one that takes such a text. */
    boolean carries(String sender, Content content) {
        return !eligible(sender, content).isEmpty();
    }

    private List<String> eligible(String sender, Content content) {
        boolean byKakao = content.alimtalk() != null;
        List<String> taking = providers.values().stream()
                .filter(provider -> provider.takes(sender, content))
                .filter(provider -> !byKakao || provider.carriesAlimtalk())
                .map(Provider::name)
                .toList();
        return taking.isEmpty() && !byKakao ? names() : taking;
    }

    private Provider provider(String name) {
        Provider provider = providers.get(name);
        if (provider == null) {
            throw new IllegalArgumentException("no provider " + name);
        }
        return provider;
    }

    private Pace pace(String name) {
        return paces.computeIfAbsent(name, unknown -> {
            throw new IllegalArgumentException("no provider " + unknown);
        });
    }

    /** A turn with the provider that was chosen; what comes of it is remembered. */
    final class Chosen implements Provider.Turn {
        private final String provider;
        private final Provider.Turn turn;

        Chosen(String provider, Provider.Turn turn) {
            this.provider = provider;
            this.turn = turn;
        }

        String provider() {
            return provider;
        }

        @Override
        public Provider.Handover handOver(Provider.Submission submission) {
            long began = System.nanoTime();
            Provider.Handover outcome = null;
            try {
                outcome = turn.handOver(submission);
                return outcome;
            } finally {
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                ended(outcome, took);
            }
        }

        private void ended(Provider.@Nullable Handover outcome, Duration took) {
            boolean failed = outcome == null || outcome instanceof Provider.Handover.Unknown;
            if (outcome instanceof Provider.Handover.Busy busy) {
                failed = !busy.slowDown();
                if (busy.slowDown()) {
                    pace(provider).slowDown(busy.pause());
                }
            } else if (outcome instanceof Provider.Handover.Accepted) {
                pace(provider).goOn();
            }
            weights.ended(provider, failed, took);
        }

        @Override
        public void close() {
            turn.close();
        }
    }
}
