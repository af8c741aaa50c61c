package kr.minwon.gateway.signin;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.gateway.GatewayMeter;
import kr.minwon.gateway.access.CallerAuthentication;
import kr.minwon.gateway.accounts.Account;
import kr.minwon.gateway.accounts.Accounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks a username and a password. Unknown name, wrong password, locked and disabled account get the same answer after
 * the same work, so that nobody learns which names exist.
 */
final class SignIn implements AuthenticationProvider {
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SignInSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final String nobodysPassword;

    SignIn(Accounts accounts, PasswordEncoder passwords, SignInSettings settings, Clock clock, MeterRegistry meters) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.nobodysPassword = Objects.requireNonNull(passwords.encode("nobody has this password"));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = String.valueOf(attempt.getCredentials());
        Optional<Account> account = accounts.byUsername(attempt.getName());
        boolean right = passwords.matches(
                password.length() <= settings.longestPassword() ? password : "",
                account.map(Account::password).orElse(nobodysPassword));
        Instant now = clock.instant();
        if (account.isEmpty() || account.get().disabled()) {
            throw refused("failed");
        }
        if (account.get().isLocked(now)) {
            throw refused("locked");
        }
        if (!right) {
            accounts.failed(account.get().id(), settings.failures(), now.plus(settings.lock()));
            throw refused("failed");
        }
        if (account.get().failures() > 0 || account.get().lockedUntil() != null) {
            accounts.succeeded(account.get().id());
        }
        count("succeeded");
        return new CallerAuthentication(StaffSessionContexts.caller(account.get(), ""));
    }

    private BadCredentialsException refused(String outcome) {
        count(outcome);
        return new BadCredentialsException("not signed in");
    }

    private void count(String outcome) {
        GatewayMeter.SIGN_INS.counter(meters, "outcome", outcome).increment();
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
