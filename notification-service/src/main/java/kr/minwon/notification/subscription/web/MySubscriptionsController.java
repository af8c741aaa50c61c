package kr.minwon.notification.subscription.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import kr.minwon.notification.consent.ConsentEntry;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.ConsentWords;
import kr.minwon.notification.message.SeoulTime;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.subscription.Subscription;
import kr.minwon.notification.subscription.Subscriptions;
import kr.minwon.notification.subscription.Subscriptions.Wanted;
import kr.minwon.notification.verification.VerifyPhone;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the owner of a verified phone subscribed to, and all they ever said about being texted. */
@RestController
@RequestMapping(path = "/api/v1/my/subscriptions", produces = "application/json")
class MySubscriptionsController {
    private static final ProblemType NOT_VERIFIED = new ProblemType("phone-not-verified", 401);
    private static final String TOKEN = "X-Phone-Token";
    private static final int MOST_TOPICS = 50;
    private static final int MOST_DONGS = 500;

    private final Subscriptions subscriptions;
    private final ConsentLedger ledger;
    private final ConsentWords words;
    private final VerifyPhone verify;

    MySubscriptionsController(
            Subscriptions subscriptions, ConsentLedger ledger, ConsentWords words, VerifyPhone verify) {
        this.subscriptions = subscriptions;
        this.ledger = ledger;
        this.words = words;
        this.verify = verify;
    }

    /** @param dongs none for all */
    record SubscriptionPart(
            @Nullable String topic, @Nullable List<@Nullable String> dongs) {}

    /**
     * @param ads whether advertising may be among the news
     * @param adsAtNight whether it may come between 21:00 and 08:00
     * @param entries what was said, the oldest first
     */
    record SubscriptionsResponse(
            List<SubscriptionPart> subscriptions, boolean ads, boolean adsAtNight, List<EntryPart> entries) {}

    /**
     * @param channel {@code text}, {@code link}, {@code freeNumber} or {@code verifiedPhone}
     * @param sentence what the page said, of the version and in the language that {@code words} names
     */
    record EntryPart(
            String purpose,
            boolean given,
            String channel,
            String words,
            @Nullable String sentence,
            String at) {}

    /** @param words version and language of what the page said, such as {@code sms-1/ko}; the latest if left out */
    record SubscriptionsRequest(
            @Nullable List<@Nullable SubscriptionPart> subscriptions,
            @Nullable Boolean ads,
            @Nullable Boolean adsAtNight,
            @Nullable String words) {}

    @GetMapping
    ResponseEntity<SubscriptionsResponse> mine(
            Caller caller, @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return shown(caller.officeId(), phone(caller, token));
    }

    @PutMapping(consumes = "application/json")
    ResponseEntity<SubscriptionsResponse> choose(
            Caller caller,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestBody SubscriptionsRequest request,
            Locale locale) {
        String phone = phone(caller, token);
        List<Subscription> chosen = chosen(caller.officeId(), request.subscriptions());
        Wanted wanted =
                new Wanted(chosen, Boolean.TRUE.equals(request.ads()), Boolean.TRUE.equals(request.adsAtNight()));
        subscriptions.choose(
                caller.officeId(), phone, wanted, ConsentEntry.Channel.VERIFIED_PHONE, said(request, locale));
        return shown(caller.officeId(), phone);
    }

    private String said(SubscriptionsRequest request, Locale locale) {
        String said = Objects.requireNonNullElseGet(
                request.words(), () -> words.latest(ConsentWords.CORNER, Spoken.languageOf(locale.getLanguage())));
        FieldErrors errors = new FieldErrors();
        if (!words.areOf(ConsentWords.CORNER, said)) {
            errors.add("words", "no-consent-words");
        }
        errors.throwIfAny();
        return said;
    }

    private List<Subscription> chosen(String officeId, @Nullable List<@Nullable SubscriptionPart> asked) {
        FieldErrors errors = new FieldErrors();
        if (asked == null) {
            errors.add("subscriptions", "required");
            errors.throwIfAny();
        }
        List<@Nullable SubscriptionPart> parts = Objects.requireNonNullElse(asked, List.of());
        List<Subscription> chosen = parts.stream()
                .flatMap(MySubscriptionsController::read)
                .filter(one -> one.dongs().size() <= MOST_DONGS)
                .toList();
        // One that names nothing is none of the office's topics either.
        if (parts.size() > MOST_TOPICS || chosen.size() < parts.size()) {
            errors.add("subscriptions", "no-topic");
            errors.throwIfAny();
        }
        subscriptions.fault(officeId, chosen).ifPresent(code -> errors.add("subscriptions", code));
        errors.throwIfAny();
        return chosen;
    }

    private static Stream<Subscription> read(@Nullable SubscriptionPart part) {
        String topic = part == null ? null : part.topic();
        return part == null || topic == null
                ? Stream.empty()
                : Stream.of(new Subscription(
                        topic,
                        Objects.requireNonNullElse(part.dongs(), List.<@Nullable String>of()).stream()
                                .map(String::valueOf)
                                .toList()));
    }

    private String phone(Caller caller, @Nullable String token) {
        return verify.phone(caller.officeId(), token == null ? "" : token)
                .orElseThrow(() -> new ProblemException(NOT_VERIFIED));
    }

    private ResponseEntity<SubscriptionsResponse> shown(String officeId, String phone) {
        Wanted wanted = subscriptions.of(officeId, phone);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SubscriptionsResponse(
                        wanted.subscriptions().stream()
                                .map(one -> new SubscriptionPart(
                                        one.topicId(), new ArrayList<@Nullable String>(one.dongs())))
                                .toList(),
                        wanted.ads(),
                        wanted.adsAtNight(),
                        ledger.of(officeId, phone).stream()
                                .map(one -> new EntryPart(
                                        one.purpose().name(),
                                        one.given(),
                                        one.channel().wireName(),
                                        one.words(),
                                        words.sentence(one).orElse(null),
                                        SeoulTime.seconds(one.at())))
                                .toList()));
    }
}
