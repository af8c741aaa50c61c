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
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemTexts;
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
        LimitSettings settings = new LimitSettings(60, 20, 10, 120, 20, 300, addresses, 262_144, 57_671_680);
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

    @Test
    void remembersABoundedNumberOfAddresses() {
        Limits small = limits(100);
        for (int address = 0; address < 50_000; address++) {
            small.calculate(from("10." + (address >> 16) + "." + ((address >> 8) & 255) + "." + (address & 255)));
        }
        assertThat(small.remembered(Limits.Kind.CALCULATION)).isLessThanOrEqualTo(100);
    }
}
