package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.Office;
import kr.minwon.notification.message.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Which provider gets the next text: by chance in proportion to its points, and another one when it gives no turn. A text
 * goes to one provider at a time; only after a definite "not now" may another get it.
 */
public final class Choice {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Map<String, Provider> providers = new LinkedHashMap<>();
    private final Map<String, Pace> paces = new HashMap<>();
    private final Map<String, Precedence> precedences = new HashMap<>();
    private final Object turnOver = new Object();
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
            paces.put(provider.name(), new Pace(backOff, clock));
            precedences.put(provider.name(), new Precedence(provider.window(), clock));
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

    /** How long a hand-over may take at most, whoever is chosen. */
    Duration answersWithin() {
        return providers.values().stream()
                .map(Provider::answersWithin)
                .max(Comparator.naturalOrder())
                .orElseThrow();
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
                    + office.id() + "': see minwon.smpp.senders and minwon.sms.providers.*.senders");
        }
    }

    /** Whether there is one that takes a text in UCS-2 from that sender number. */
    public boolean takesWide(String sender) {
        Content any = new Content("", Encoding.UCS_2, "");
        return providers.values().stream().anyMatch(provider -> provider.takes(sender, any));
    }

    /**
     * A turn with a provider that takes such a text, as soon as there is one; nothing when {@code patience} is over. A text
     * that none takes is refused by one of them, which says why. While something more urgent waits for the same provider,
     * it gives way.
     *
     * @param passedOver providers not to be asked for this text now
     */
    Optional<Chosen> turn(
            String sender, Content content, Urgency urgency, Predicate<String> passedOver, Duration patience)
            throws InterruptedException {
        List<String> eligible = eligible(sender, content);
        List<String> waitsFor = List.of();
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                List<String> before = waitsFor;
                waitsFor = eligible.stream().filter(passedOver.negate()).toList();
                waitsFor.forEach(name -> precedence(name).waits(urgency));
                before.forEach(name -> precedence(name).leaves(urgency));
                Optional<Chosen> chosen = turn(waitsFor, urgency);
                if (chosen.isPresent() || System.nanoTime() - until >= 0) {
                    return chosen;
                }
                synchronized (turnOver) {
                    TimeUnit.NANOSECONDS.timedWait(turnOver, LOOK_AGAIN.toNanos());
                }
            }
        } finally {
            waitsFor.forEach(name -> precedence(name).leaves(urgency));
        }
    }

    private Optional<Chosen> turn(List<String> names, Urgency urgency) {
        List<String> now = names.stream().filter(name -> !pace(name).isPaused()).toList();
        for (String name : weights.order(now, random)) {
            Precedence precedence = precedence(name);
            if (precedence.mayAsk(urgency)) {
                Optional<Provider.Turn> turn = Optional.empty();
                try {
                    turn = provider(name).turn();
                } finally {
                    precedence.got(urgency, turn.isPresent());
                }
                if (turn.isPresent()) {
                    return Optional.of(new Chosen(name, turn.get(), urgency));
                }
            }
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

    private Precedence precedence(String name) {
        return precedences.computeIfAbsent(name, unknown -> {
            throw new IllegalArgumentException("no provider " + unknown);
        });
    }

    /** A turn with the provider that was chosen; what comes of it is remembered. */
    final class Chosen implements Provider.Turn {
        private final String provider;
        private final Provider.Turn turn;
        private final Urgency urgency;

        Chosen(String provider, Provider.Turn turn, Urgency urgency) {
            this.provider = provider;
            this.turn = turn;
            this.urgency = urgency;
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
            precedence(provider).answered(took);
            weights.ended(provider, failed, took);
        }

        @Override
        public void close() {
            turn.close();
            precedence(provider).back(urgency);
            synchronized (turnOver) {
                turnOver.notifyAll();
            }
        }
    }
}
