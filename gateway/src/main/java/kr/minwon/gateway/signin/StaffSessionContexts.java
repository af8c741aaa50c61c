package kr.minwon.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import kr.minwon.gateway.access.CallerAuthentication;
import kr.minwon.gateway.accounts.Account;
import kr.minwon.gateway.accounts.Accounts;
import kr.minwon.gateway.apikeys.SecretHash;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in a session only which account signed in. Role and departments are read from the account on each request, so
 * that disabling it or moving a person takes effect at once.
 */
@Component
class StaffSessionContexts implements SecurityContextRepository {
    private static final String ACCOUNT = "account";
    private static final int SCOPE_DIGITS = 24;

    private final Accounts accounts;

    StaffSessionContexts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @SuppressWarnings("deprecation") // The interface still asks for it.
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof CallerAuthentication signedIn) {
            request.getSession().setAttribute(ACCOUNT, signedIn.caller().id());
        } else {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(ACCOUNT);
            }
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String id)) {
            return Optional.empty();
        }
        String scope =
                "session:" + SecretHash.of("scope " + session.getId()).hex().substring(0, SCOPE_DIGITS);
        return accounts.byId(id).filter(account -> !account.disabled()).map(account -> caller(account, scope));
    }

    static Caller caller(Account account, String scope) {
        return new Caller(
                account.id(), account.name(), account.role(), account.officeId(), account.departments(), scope);
    }

    private final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private @Nullable SecurityContext context;
        private boolean generated;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) {
                Optional<Caller> caller = caller(request);
                generated = caller.isEmpty();
                known = caller.map(CallerAuthentication::new)
                        .map(SecurityContextImpl::new)
                        .orElseGet(SecurityContextImpl::new);
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
