package kr.minwon.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.minwon.gateway.GatewayMeter;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;

/**
 * How often an address may do what. Counted in this instance's memory, in buckets that refill evenly; forgetting the
 * least recently seen addresses keeps the memory bounded. A refusal is a {@link ProblemException} with
 * {@code Retry-After}.
 */
public class Limits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** What is counted. */
    public enum Kind {
        FILING,
        LOOKUP,
        SIGN_IN,
        CALCULATION,
        CODE,
        /** Codes that a network asked for. */
        CODE_NETWORK,
        /** Of what everyone may read, and of Open311. */
        OPEN
    }

    private final ClientAddresses addresses;
    private final MeterRegistry meters;
    private final TimeMeter clock;
    private final Map<Kind, List<Bandwidth>> bandwidths = new EnumMap<>(Kind.class);
    private final Map<Kind, Cache<String, Bucket>> buckets = new EnumMap<>(Kind.class);

    public Limits(LimitSettings settings, ClientAddresses addresses, MeterRegistry meters, TimeMeter clock) {
        this.addresses = addresses;
        this.meters = meters;
        this.clock = clock;
        limit(Kind.FILING, within(settings.filingsPerHour(), HOUR));
        limit(Kind.LOOKUP, within(settings.lookupFailuresPerMinute(), MINUTE));
        limit(Kind.SIGN_IN, within(settings.signInFailuresPerMinute(), MINUTE));
        limit(Kind.CALCULATION, within(settings.calculationsPerMinute(), MINUTE));
        limit(Kind.CODE, within(settings.codesPerHour(), HOUR), inADay(settings.codesPerDay()));
        limit(Kind.CODE_NETWORK, within(settings.networkCodesPerHour(), HOUR), inADay(settings.networkCodesPerDay()));
        limit(Kind.OPEN, within(settings.openCallsPerMinute(), MINUTE));
        Ticker ticker = clock::currentTimeNanos;
        bandwidths.forEach((kind, limits) -> buckets.put(
                kind,
                Caffeine.newBuilder()
                        .maximumSize(settings.addresses())
                        // An address unseen for a whole period has a full bucket again: nothing to remember.
                        .expireAfterAccess(longest(limits))
                        .ticker(ticker)
                        .build()));
    }

    private void limit(Kind kind, Bandwidth... limits) {
        bandwidths.put(kind, List.of(limits));
    }

    private static Bandwidth within(int times, Duration period) {
        return Bandwidth.builder().capacity(times).refillGreedy(times, period).build();
    }

    /** So many in any 24 hours: what is there at once and what comes back within them. */
    private static Bandwidth inADay(int times) {
        int backInADay = Math.max(1, times / 2);
        return Bandwidth.builder()
                .capacity(Math.max(1, times - backInADay))
                .refillGreedy(backInADay, DAY)
                .build();
    }

    private static Duration longest(List<Bandwidth> limits) {
        return Duration.ofNanos(
                limits.stream().mapToLong(Bandwidth::getRefillPeriodNanos).max().orElseThrow());
    }

    /** Counts a filing; the keys of the intake desk, of kiosks and of partner systems are not counted. */
    public void file(HttpServletRequest request, Caller caller) {
        if (caller.role() != Role.INTAKE) {
            take(Kind.FILING, request);
        }
    }

    /** Counts a call of a public calculator. */
    public void calculate(HttpServletRequest request) {
        take(Kind.CALCULATION, request);
    }

    /** Counts a call for what everyone may read. */
    public void readOpenly(HttpServletRequest request) {
        take(Kind.OPEN, request);
    }

    /** Counts a code that is asked for, of the address and of its network. */
    public void sendCode(HttpServletRequest request) {
        take(Kind.CODE, request);
        // What an address may not ask for costs its neighbours nothing.
        take(Kind.CODE_NETWORK, addresses.networkOf(request));
    }

    /** Refuses a look-up from an address that failed too often; counts nothing. */
    public void checkLookup(HttpServletRequest request) {
        check(Kind.LOOKUP, request);
    }

    /** Counts a look-up with a wrong number or code. */
    public void lookupFailed(HttpServletRequest request) {
        bucket(Kind.LOOKUP, addresses.of(request)).tryConsume(1);
    }

    /** Refuses a sign-in from an address that failed too often; counts nothing. */
    public void checkSignIn(HttpServletRequest request) {
        check(Kind.SIGN_IN, request);
    }

    /** Counts a failed sign-in. */
    public void signInFailed(HttpServletRequest request) {
        bucket(Kind.SIGN_IN, addresses.of(request)).tryConsume(1);
    }

    /** How many addresses are remembered for a limit, after forgetting those that are too many. */
    long remembered(Kind kind) {
        Cache<String, Bucket> known = buckets.get(kind);
        if (known == null) {
            return 0;
        }
        known.cleanUp();
        return known.estimatedSize();
    }

    private void take(Kind kind, HttpServletRequest request) {
        take(kind, addresses.of(request));
    }

    private void take(Kind kind, String sender) {
        var probe = bucket(kind, sender).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw refusal(kind, probe.getNanosToWaitForRefill());
        }
    }

    private void check(Kind kind, HttpServletRequest request) {
        var probe = bucket(kind, addresses.of(request)).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw refusal(kind, probe.getNanosToWaitForRefill());
        }
    }

    private ProblemException refusal(Kind kind, long nanos) {
        GatewayMeter.LIMITED
                .counter(meters, "limit", kind.name().toLowerCase(Locale.ROOT))
                .increment();
        return new ProblemException(type(kind)).retryAfter(Duration.ofNanos(nanos));
    }

    private static ProblemType type(Kind kind) {
        return switch (kind) {
            case FILING -> new ProblemType("too-many-filings", 429);
            case LOOKUP -> new ProblemType("too-many-lookups", 429);
            case SIGN_IN -> new ProblemType("too-many-sign-ins", 429);
            case CALCULATION, OPEN -> new ProblemType("too-many-requests", 429);
            case CODE, CODE_NETWORK -> new ProblemType("too-many-codes", 429);
        };
    }

    private Bucket bucket(Kind kind, String sender) {
        List<Bandwidth> limits = bandwidths.get(kind);
        Cache<String, Bucket> known = buckets.get(kind);
        if (limits == null || known == null) {
            throw new IllegalStateException("no bandwidth for " + kind);
        }
        return known.get(sender, unseen -> {
            LocalBucketBuilder bucket = Bucket.builder().withCustomTimePrecision(clock);
            limits.forEach(bucket::addLimit);
            return bucket.build();
        });
    }
}
