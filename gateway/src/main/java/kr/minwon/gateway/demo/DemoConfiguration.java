package kr.minwon.gateway.demo;

import java.nio.file.Path;
import kr.minwon.gateway.access.Callers;
import kr.minwon.gateway.accounts.Accounts;
import kr.minwon.gateway.apikeys.ApiKeys;
import kr.minwon.gateway.clients.RoutingApi;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes demo accounts, where {@code minwon.demo-accounts.file} says so. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("minwon.demo-accounts.file")
class DemoConfiguration {
    @Bean
    FirstTry firstTry(
            @Value("${minwon.demo-accounts.file}") Path file,
            @Value("${minwon.office}") String office,
            @Value("${minwon.demo-accounts.intake-department}") String intakeDepartment,
            Accounts accounts,
            ApiKeys keys,
            PasswordEncoder passwords,
            RoutingApi routing,
            Callers callers) {
        return new FirstTry(
                new DemoAccountsFile(file), office, intakeDepartment, accounts, keys, passwords, routing, callers);
    }

    @Bean
    SmartLifecycle demoAccounts(FirstTry firstTry) {
        return new InBackground(firstTry);
    }

    /** Runs beside the start, so that nobody waits for thirty passwords to be hashed. */
    private static final class InBackground implements SmartLifecycle {
        private final Thread thread;
        private volatile boolean running;

        InBackground(Runnable work) {
            thread = Thread.ofPlatform().name("demo-accounts").daemon().unstarted(work);
        }

        @Override
        public void start() {
            running = true;
            thread.start();
        }

        @Override
        public void stop() {
            running = false;
            thread.interrupt();
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
