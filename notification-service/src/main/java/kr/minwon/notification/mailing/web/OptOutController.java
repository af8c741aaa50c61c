package kr.minwon.notification.mailing.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.minwon.notification.consent.ConsentEntry.Channel;
import kr.minwon.notification.dispatch.http.Secret;
import kr.minwon.notification.mailing.OptOutSettings;
import kr.minwon.notification.message.MobileNumber;
import kr.minwon.notification.subscription.Subscriptions;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * A call or a text to an office's free number (무료수신거부 080), as whoever runs the number tells it: no more news. Who tells
 * is shown by a secret; without one nobody is believed. The same again does nothing more.
 */
@RestController
class OptOutController {
    private static final Logger log = LoggerFactory.getLogger(OptOutController.class);
    private static final ProblemType FORGED = new ProblemType("forged-opt-out", 401);
    private static final String HEADER = "X-Opt-Out-Secret";
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
    private static final int LONGEST_TYPED = 30;

    private final OptOutSettings settings;
    private final Subscriptions subscriptions;

    OptOutController(OptOutSettings settings, Subscriptions subscriptions) {
        this.settings = settings;
        this.subscriptions = subscriptions;
    }

    /**
     * @param from whose phone it was
     * @param to the free number
     */
    record OptOutRequest(@Nullable String from, @Nullable String to) {}

    /** @param offices how many offices send that phone no more news */
    record OptedOut(int offices) {}

    @PostMapping(path = "/api/v1/opt-outs", consumes = "application/json", produces = "application/json")
    OptedOut optOut(
            @RequestHeader(name = HEADER, required = false) @Nullable String secret,
            @RequestBody OptOutRequest request) {
        if (!isGenuine(secret)) {
            throw new ProblemException(FORGED);
        }
        FieldErrors errors = new FieldErrors();
        Optional<String> from = MobileNumber.typed(request.from());
        if (from.isEmpty()) {
            errors.add("from", "phone-not-mobile");
        }
        List<String> offices = settings.officesOf(bare(request.to()));
        if (offices.isEmpty()) {
            errors.add("to", "no-free-number");
        }
        errors.throwIfAny();
        offices.forEach(office -> subscriptions.stopAll(office, from.orElseThrow(), Channel.FREE_NUMBER, "080"));
        return new OptedOut(offices.size());
    }

    private boolean isGenuine(@Nullable String given) {
        if (settings.secret() == null && settings.secretFile() == null) {
            return false;
        }
        try {
            return Secret.same(new Secret(settings.secret(), settings.secretFile()).read(), given);
        } catch (Secret.Unreadable missing) {
            log.error("opt-outs are refused: {}", missing.getMessage());
            return false;
        }
    }

    private static String bare(@Nullable String typed) {
        return typed == null || typed.length() > LONGEST_TYPED
                ? ""
                : SEPARATORS.matcher(typed).replaceAll("");
    }
}
