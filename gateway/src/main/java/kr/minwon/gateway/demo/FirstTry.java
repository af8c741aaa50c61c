package kr.minwon.gateway.demo;

import com.mongodb.MongoException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.minwon.gateway.access.Callers;
import kr.minwon.gateway.accounts.Account;
import kr.minwon.gateway.accounts.Accounts;
import kr.minwon.gateway.apikeys.ApiKey;
import kr.minwon.gateway.apikeys.ApiKeys;
import kr.minwon.gateway.apikeys.SecretHash;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.demo.DemoAccounts.Department;
import kr.minwon.gateway.demo.DemoAccounts.Line;
import kr.minwon.problems.ProblemException;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Makes the demo accounts once, in an order that a crash cannot spoil: the file is written whole, then the accounts, and
 * the last thing stored is the API key that the file names last. Whoever starts and finds a file whose last key is not
 * stored stores all of it again, under the same ids.
 */
final class FirstTry implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(FirstTry.class);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final DemoAccountsFile file;
    private final String office;
    private final String intakeDepartment;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final PasswordEncoder passwords;
    private final RoutingApi routing;
    private final Callers callers;

    FirstTry(
            DemoAccountsFile file,
            String office,
            String intakeDepartment,
            Accounts accounts,
            ApiKeys keys,
            PasswordEncoder passwords,
            RoutingApi routing,
            Callers callers) {
        this.file = file;
        this.office = office;
        this.intakeDepartment = intakeDepartment;
        this.accounts = accounts;
        this.keys = keys;
        this.passwords = passwords;
        this.routing = routing;
        this.callers = callers;
    }

    /** Goes on until the accounts are there; a service or a store that is not up yet is waited for. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                once();
                return;
            } catch (ProblemException | ServiceProblem | MongoException e) {
                log.info("demo accounts wait: {}", e.getClass().getSimpleName());
                try {
                    Thread.sleep(RETRY);
                } catch (InterruptedException stopped) {
                    return;
                }
            } catch (IOException e) {
                log.error("the demo accounts cannot be written to {}", file.path(), e);
                return;
            }
        }
    }

    private void once() throws IOException {
        if (file.exists()) {
            List<Line> lines = file.read();
            if (!lines.isEmpty() && keys.bySecret(lines.getLast().secret()).isEmpty()) {
                store(lines, departments());
            }
            return;
        }
        if (!accounts.isEmpty() || !keys.isEmpty()) {
            log.warn(
                    "the demo accounts were made before, but {} is gone: their secrets are kept nowhere else. "
                            + "To start over, empty the gateway's collections accounts and api_keys.",
                    file.path());
            return;
        }
        List<Department> departments = departments();
        List<Line> lines = DemoAccounts.generate(departments, intakeDepartment, new SecureRandom());
        file.write(lines);
        store(lines, departments);
        log.info("demo accounts: {} lines in {}", lines.size(), file.path());
    }

    private List<Department> departments() {
        Caller nobody = new Caller("anonymous:gateway", "", Role.ANONYMOUS, office, Set.of(), "");
        return callers.as(nobody, routing::departments).stream()
                .map(known -> new Department(
                        Objects.requireNonNullElse(known.id(), ""), Objects.requireNonNullElse(known.name(), "")))
                .toList();
    }

    private void store(List<Line> lines, List<Department> departments) {
        for (Line line : lines) {
            Set<String> own = line.hasDepartment() ? Set.of(line.departmentId()) : Set.of();
            String name = DemoAccounts.displayName(line, departments);
            if (line.apiKey()) {
                SecretHash hash = SecretHash.of(line.secret());
                keys.put(new ApiKey(
                        hash, DemoAccounts.keyId(hash.hex()), name, line.role(), office, own, Instant.now(), null));
            } else {
                accounts.put(Account.create(
                        "demo-" + line.username(),
                        line.username(),
                        name,
                        line.role(),
                        office,
                        own,
                        Objects.requireNonNull(passwords.encode(line.secret()))));
            }
        }
    }
}
