package kr.minwon.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kr.minwon.gateway.accounts.Account;
import kr.minwon.gateway.accounts.Accounts;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

class SignInTests {
    private final AtomicInteger hashed = new AtomicInteger();
    private final Ticking clock = new Ticking();
    private final Accounts accounts = new InMemoryAccounts();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SignIn signIn = new SignIn(
            accounts, new CountingEncoder(), new SignInSettings(5, Duration.ofMinutes(15), 64), clock, meters);

    SignInTests() {
        accounts.put(Account.create("a1", "kim", "교통지도과 담당", Role.OFFICER, "seogu", Set.of("traffic"), "right"));
    }

    private void attempt(String username, String password) {
        signIn.authenticate(new UsernamePasswordAuthenticationToken(username, password));
    }

    private void fails(String username, String password) {
        int before = hashed.get();
        assertThatThrownBy(() -> attempt(username, password))
                .isExactlyInstanceOf(BadCredentialsException.class)
                .hasMessage("not signed in");
        assertThat(hashed.get() - before).as("the same work whatever is wrong").isEqualTo(1);
    }

    @Test
    void doesTheSameWorkAndGivesTheSameAnswerWhateverIsWrong() {
        fails("nobody", "right");
        fails("kim", "wrong");
        fails("kim", "x".repeat(10_000));
        for (int more = 0; more < 3; more++) {
            fails("kim", "wrong");
        }
        fails("kim", "right");
        assertThat(meters.counter("minwon.gateway.sign-ins", "outcome", "locked")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void locksAnAccountForAQuarterOfAnHourAtTheFifthFailure() {
        for (int failure = 1; failure <= 4; failure++) {
            fails("kim", "wrong");
        }
        attempt("kim", "right");
        for (int failure = 1; failure <= 5; failure++) {
            fails("kim", "wrong");
        }
        fails("kim", "right");
        clock.now = clock.now.plus(Duration.ofMinutes(15)).minusMillis(1);
        fails("kim", "right");
        clock.now = clock.now.plusMillis(1);
        attempt("kim", "right");
        assertThat(accounts.byId("a1").orElseThrow().lockedUntil()).isNull();
    }

    @Test
    void startsCountingAnewAfterALock() {
        for (int failure = 1; failure <= 5; failure++) {
            fails("kim", "wrong");
        }
        clock.now = clock.now.plus(Duration.ofMinutes(15));
        for (int failure = 1; failure <= 4; failure++) {
            fails("kim", "wrong");
        }
        attempt("kim", "right");
    }

    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-23T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final class CountingEncoder implements PasswordEncoder {
        @Override
        public String encode(CharSequence password) {
            return password.toString();
        }

        @Override
        public boolean matches(CharSequence password, String encoded) {
            hashed.incrementAndGet();
            return encoded.contentEquals(password);
        }
    }

    private static final class InMemoryAccounts implements Accounts {
        private final Map<String, Account> all = new HashMap<>();

        private Collection<Account> values() {
            return all.values();
        }

        @Override
        public Optional<Account> byId(String id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public Optional<Account> byUsername(String username) {
            return values().stream()
                    .filter(account -> account.username().equals(username))
                    .findFirst();
        }

        @Override
        public List<Account> ofDepartment(String officeId, String departmentId) {
            return values().stream()
                    .filter(account -> account.departments().contains(departmentId))
                    .toList();
        }

        @Override
        public boolean isEmpty() {
            return all.isEmpty();
        }

        @Override
        public void put(Account account) {
            all.put(account.id(), account);
        }

        @Override
        public void failed(String id, int threshold, Instant until) {
            Account account = all.get(id);
            int failures = account.failures() + 1;
            put(failures >= threshold ? with(account, 0, until) : with(account, failures, account.lockedUntil()));
        }

        @Override
        public void succeeded(String id) {
            put(with(all.get(id), 0, null));
        }

        private static Account with(Account account, int failures, Instant lockedUntil) {
            return new Account(
                    account.id(),
                    account.username(),
                    account.name(),
                    account.role(),
                    account.officeId(),
                    account.departments(),
                    account.password(),
                    account.disabled(),
                    failures,
                    lockedUntil);
        }
    }
}
