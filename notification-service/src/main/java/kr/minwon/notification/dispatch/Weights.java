package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many points each provider has now. One that fails or is slow loses points to the others, a step at a time; with time
 * all drift back to the weights they were given.
 */
final class Weights {
    private static final Logger log = LoggerFactory.getLogger(Weights.class);

    private final Map<String, Standing> standings = new LinkedHashMap<>();
    private final ChoiceSettings settings;
    private final Clock clock;
    private Instant driftedAt;

    Weights(Collection<Provider> providers, ChoiceSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.driftedAt = clock.instant();
        for (Provider provider : providers) {
            if (provider.weight() < 0 || standings.put(provider.name(), new Standing(provider.weight())) != null) {
                throw new IllegalArgumentException("providers have names of their own and weights of at least 0: "
                        + provider.name() + " " + provider.weight());
            }
        }
    }

    private final class Standing {
        private final int weight;
        private final Recent errors = new Recent(settings.errorsWithin());
        private final Recent all = new Recent(settings.slowWithin());
        private final Recent slow = new Recent(settings.slowWithin());
        private int points;
        private Instant movedAt = Instant.MIN;

        Standing(int weight) {
            this.weight = weight;
            this.points = weight;
        }

        boolean isPoorly(Instant now) {
            int count = all.sum(now);
            return errors.sum(now) > settings.errors()
                    || (count >= settings.slowMinimum() && slow.sum(now) * 100 >= count * settings.slowPercent());
        }

        void forget() {
            errors.clear();
            all.clear();
            slow.clear();
        }
    }

    /** These providers in the order in which to try them: by chance, in proportion to their points; those without last. */
    synchronized List<String> order(Collection<String> names, RandomGenerator random) {
        drift();
        List<String> left = new ArrayList<>(names);
        List<String> order = new ArrayList<>(left.size());
        while (!left.isEmpty()) {
            order.add(left.remove(pick(left, random)));
        }
        return order;
    }

    private int pick(List<String> left, RandomGenerator random) {
        int sum = left.stream().mapToInt(this::standing).sum();
        if (sum == 0) {
            return 0;
        }
        int drawn = random.nextInt(sum);
        int at = 0;
        while (drawn >= standing(left.get(at))) {
            drawn -= standing(left.get(at));
            at++;
        }
        return at;
    }

    private int standing(String name) {
        return at(name).points;
    }

    private Standing at(String name) {
        Standing standing = standings.get(name);
        if (standing == null) {
            throw new IllegalArgumentException("no provider " + name);
        }
        return standing;
    }

    synchronized int points(String name) {
        drift();
        return standing(name);
    }

    /** A hand-over ended; {@code failed} when the provider was ill, whatever became of the text. */
    synchronized void ended(String name, boolean failed, Duration took) {
        drift();
        Instant now = clock.instant();
        Standing standing = at(name);
        standing.all.add(now);
        if (failed) {
            standing.errors.add(now);
        }
        if (took.compareTo(settings.slowerThan()) > 0) {
            standing.slow.add(now);
        }
        boolean mayMove = standings.size() > 1 && standing.points > 0 && !now.isBefore(after(standing.movedAt));
        if (mayMove && standing.isPoorly(now)) {
            move(name, standing, now);
        }
    }

    private Instant after(Instant movedAt) {
        return movedAt.equals(Instant.MIN) ? movedAt : movedAt.plus(settings.moveEvery());
    }

    /** What comes next is judged by what happens from now on. */
    private void move(String name, Standing poorly, Instant now) {
        int moved = Math.min(settings.step(), poorly.points);
        poorly.points -= moved;
        poorly.movedAt = now;
        poorly.forget();
        List<Standing> others =
                standings.values().stream().filter(one -> one != poorly).toList();
        for (int point = 0; point < moved; point++) {
            others.get(point % others.size()).points++;
        }
        driftedAt = now;
        log.warn("{} fails or is slow: it has {} points of {} now", name, poorly.points, poorly.weight);
    }

    private void drift() {
        Instant now = clock.instant();
        while (!now.isBefore(driftedAt.plus(settings.backEvery()))) {
            driftedAt = driftedAt.plus(settings.backEvery());
            if (standings.values().stream().allMatch(one -> one.points == one.weight)) {
                driftedAt = now;
                return;
            }
            standings
                    .values()
                    .forEach(one ->
                            one.points += Math.clamp(one.weight - one.points, -settings.step(), settings.step()));
        }
    }
}
