package kr.minwon.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemTexts;
import kr.minwon.problems.ProblemType;
import kr.minwon.problems.Problems;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

class LimitsTests {
    private static final Caller STRANGER = new Caller("anonymous:1", "", Role.ANONYMOUS, "seogu", Set.of(), "");
    private static final Caller INTAKE = new Caller("key-1", "민원실", Role.INTAKE, "seogu", Set.of("civil"), "key-1");
    private static final Caller OFFICER = new Caller("key-2", "담당", Role.OFFICER, "seogu", Set.of("civil"), "key-2");

    private final AtomicLong nanos = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Limits limits = limits(100_000);

    private Limits limits(int addresses) {
        TimeMeter clock = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        LimitSettings settings =
                new LimitSettings(60, 20, 10, 120, 20, 60, 80, 240, 300, addresses, 262_144, 57_671_680);
        return new Limits(settings, new ClientAddresses(List.of()), meters, clock);
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void assertRefused(Runnable call, String slug, long retryAfterSeconds) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.type().slug()).isEqualTo(slug);
            assertThat(refusal.type().status()).isEqualTo(429);
            Problems problems = new Problems(
                    new ProblemTexts(List.of(ProblemTexts.bundle("problems/gateway"))),
                    JsonMapper.builder().build());
            assertThat(problems.answer(refusal, Locale.KOREAN).getHeaders().getFirst("Retry-After"))
                    .isEqualTo(String.valueOf(retryAfterSeconds));
        });
    }

    @Test
    void takesSixtyFilingsAnHourFromAnAddress() {
        for (int filing = 1; filing <= 60; filing++) {
            limits.file(from("203.0.113.1"), STRANGER);
        }
        assertRefused(() -> limits.file(from("203.0.113.1"), STRANGER), "too-many-filings", 60);
        assertRefused(() -> limits.file(from("203.0.113.1"), OFFICER), "too-many-filings", 60);
        limits.file(from("203.0.113.2"), STRANGER);

        after(Duration.ofSeconds(59));
        assertRefused(() -> limits.file(from("203.0.113.1"), STRANGER), "too-many-filings", 1);
        after(Duration.ofSeconds(1));
        limits.file(from("203.0.113.1"), STRANGER);
        assertRefused(() -> limits.file(from("203.0.113.1"), STRANGER), "too-many-filings", 60);
        after(Duration.ofHours(2));
        for (int filing = 1; filing <= 60; filing++) {
            limits.file(from("203.0.113.1"), STRANGER);
        }
        assertThat(meters.counter("minwon.gateway.limited", "limit", "filing").count())
                .isEqualTo(4);
    }

    @Test
    void countsNoFilingOfTheIntakeDesk() {
        for (int filing = 1; filing <= 1000; filing++) {
            limits.file(from("203.0.113.1"), INTAKE);
        }
        assertThatCode(() -> limits.file(from("203.0.113.1"), STRANGER)).doesNotThrowAnyException();
    }

    @Test
    void countsTheWholeNetworkOfAnIpv6Subscriber() {
        for (int filing = 1; filing <= 60; filing++) {
            limits.file(from("2001:db8:1:2::" + filing), STRANGER);
        }
        assertRefused(() -> limits.file(from("2001:db8:1:2:ffff::1"), STRANGER), "too-many-filings", 60);
        limits.file(from("2001:db8:1:3::1"), STRANGER);
    }

    @Test
    void countsOnlyLookupsThatFailed() {
        for (int lookup = 1; lookup <= 500; lookup++) {
            limits.checkLookup(from("203.0.113.1"));
        }
        for (int failure = 1; failure <= 20; failure++) {
            limits.checkLookup(from("203.0.113.1"));
            limits.lookupFailed(from("203.0.113.1"));
        }
        assertRefused(() -> limits.checkLookup(from("203.0.113.1")), "too-many-lookups", 3);
        limits.checkLookup(from("203.0.113.2"));
        after(Duration.ofSeconds(3));
        limits.checkLookup(from("203.0.113.1"));
        limits.lookupFailed(from("203.0.113.1"));
        assertRefused(() -> limits.checkLookup(from("203.0.113.1")), "too-many-lookups", 3);
    }

    @Test
    void countsFailedSignInsAndCalculations() {
        for (int failure = 1; failure <= 10; failure++) {
            limits.checkSignIn(from("203.0.113.1"));
            limits.signInFailed(from("203.0.113.1"));
        }
        assertRefused(() -> limits.checkSignIn(from("203.0.113.1")), "too-many-sign-ins", 6);
        for (int call = 1; call <= 120; call++) {
            limits.calculate(from("203.0.113.1"));
        }
        assertRefused(() -> limits.calculate(from("203.0.113.1")), "too-many-requests", 1);
    }

    /** How many codes of so many requests are not refused. */
    private long codes(int requests, IntFunction<String> address) {
        return IntStream.range(0, requests)
                .filter(n -> takes(() -> limits.sendCode(from(address.apply(n)))))
                .count();
    }

    private static boolean takes(Runnable call) {
        try {
            call.run();
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.type()).isEqualTo(new ProblemType("too-many-codes", 429));
            return false;
        }
    }

    @Test
    void anAddressHasTwentyCodesAtOnceAndSixtyInADay() {
        assertThat(codes(100, n -> "203.0.113.1")).isEqualTo(20);
        assertRefused(() -> limits.sendCode(from("203.0.113.1")), "too-many-codes", 180);
        long all = 20;
        for (int minute = 1; minute < 24 * 60; minute++) {
            after(Duration.ofMinutes(1));
            all += codes(3, n -> "203.0.113.1");
        }
        assertThat(all).isBetween(59L, 60L);
        long nextDay = 0;
        for (int hour = 1; hour <= 24; hour++) {
            after(Duration.ofHours(1));
            nextDay += codes(100, n -> "203.0.113.1");
        }
        assertThat(nextDay).isBetween(29L, 31L);
    }

    @Test
    void theManyNetworksOfOneIpv6SiteAreCountedTogether() {
        assertThat(codes(5_000, n -> "2001:db8:1:" + Integer.toHexString(n) + "::1"))
                .isEqualTo(80);
        assertThat(codes(1, n -> "2001:db8:2::1")).isEqualTo(1);
        long all = 80;
        for (int hour = 1; hour < 24; hour++) {
            after(Duration.ofHours(1));
            int begin = hour * 1_000;
            all += codes(200, n -> "2001:db8:1:" + Integer.toHexString(begin + n) + "::1");
        }
        assertThat(all).isLessThanOrEqualTo(240);
    }

    @Test
    void theNeighboursOfAnAddressThatHadItsShareStillHaveTheirs() {
        assertThat(codes(500, n -> "203.0.113.1")).isEqualTo(20);
        assertThat(codes(20, n -> "203.0.113.2")).isEqualTo(20);
        assertThat(codes(256 * 20, n -> "203.0.113." + n % 256)).isEqualTo(40);
        assertThat(codes(1, n -> "203.0.114.1")).isEqualTo(1);
    }

    @Test
    void manyAtOnceGetNoMoreCodesThanOneAfterAnother() {
        long taken = IntStream.range(0, 400)
                .parallel()
                .filter(n -> takes(() -> limits.sendCode(from("2001:db8:1:" + n % 50 + "::1"))))
                .count();
        assertThat(taken).isEqualTo(80);
    }

    @Test
    void whoSaysToComeFromElsewhereIsBelievedOnlyThroughATrustedProxy() {
        int[] asked = new int[1];
        for (int n = 0; n < 100; n++) {
            MockHttpServletRequest request = from("203.0.113.1");
            request.addHeader("X-Forwarded-For", "198.51.100." + n);
            request.addHeader("Forwarded", "for=198.51.100." + n);
            request.addHeader("X-Real-IP", "198.51.100." + n);
            asked[0] += takes(() -> limits.sendCode(request)) ? 1 : 0;
        }
        assertThat(asked[0]).isEqualTo(20);
    }

    @Test
    void remembersABoundedNumberOfAddresses() {
        Limits small = limits(100);
        for (int address = 0; address < 50_000; address++) {
            small.calculate(from("10." + (address >> 16) + "." + ((address >> 8) & 255) + "." + (address & 255)));
        }
        assertThat(small.remembered(Limits.Kind.CALCULATION)).isLessThanOrEqualTo(100);
    }
}
