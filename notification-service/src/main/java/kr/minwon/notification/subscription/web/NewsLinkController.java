package kr.minwon.notification.subscription.web;

import kr.minwon.notification.subscription.Subscriptions;
import kr.minwon.notification.subscription.Subscriptions.Linked;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The link in a text of a mailing: stops its topic, or all news, without signing in. */
@RestController
@RequestMapping(path = "/api/v1/news-links/{token}", produces = "application/json")
class NewsLinkController {
    /** An altered link, one that never was and one of another office are all the same. */
    private static final ProblemType UNKNOWN = new ProblemType("news-link-unknown", 404);

    private final Subscriptions subscriptions;

    NewsLinkController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** @param subscribed whether that topic still comes */
    record LinkResponse(String topic, String topicEn, boolean subscribed) {}

    /** @param all whether all news stop, and not only those of the topic */
    record StopRequest(@Nullable Boolean all) {}

    @GetMapping
    ResponseEntity<LinkResponse> show(Caller caller, @PathVariable String token) {
        return shown(linked(caller, token));
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<LinkResponse> stop(Caller caller, @PathVariable String token, @RequestBody StopRequest request) {
        subscriptions.stop(linked(caller, token), Boolean.TRUE.equals(request.all()));
        return shown(linked(caller, token));
    }

    private Linked linked(Caller caller, String token) {
        return subscriptions
                .linked(token)
                .filter(one -> one.subscriber().officeId().equals(caller.officeId()))
                .orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    private static ResponseEntity<LinkResponse> shown(Linked linked) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new LinkResponse(linked.topic().name(), linked.topic().nameEn(), linked.isSubscribed()));
    }
}
