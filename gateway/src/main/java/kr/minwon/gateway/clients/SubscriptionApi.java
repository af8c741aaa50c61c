package kr.minwon.gateway.clients;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** notification-service's SMS corner for residents: what there is, what they chose, and the link that stops it. */
@HttpExchange("/api/v1")
public interface SubscriptionApi {
    /** What there is to subscribe to. */
    @GetExchange("/sms/topics")
    Topics topics();

    /** What the owner of a verified phone chose, and all they said. */
    @GetExchange("/my/subscriptions")
    Mine mine(@RequestHeader("X-Phone-Token") String phoneToken);

    /** Makes it so. */
    @PutExchange(url = "/my/subscriptions", contentType = MediaType.APPLICATION_JSON_VALUE)
    Mine choose(@RequestHeader("X-Phone-Token") String phoneToken, @RequestBody Wanted wanted);

    /** What the link of a text stops. */
    @GetExchange("/news-links/{token}")
    Link link(@PathVariable String token);

    /** Stops it. */
    @PostExchange(url = "/news-links/{token}", contentType = MediaType.APPLICATION_JSON_VALUE)
    Link stop(@PathVariable String token, @RequestBody Stop stop);

    record Topics(List<Topic> topics, List<Dong> dongs) {
        public static final Topics NONE = new Topics(List.of(), List.of());
    }

    /** @param often how often it is sent */
    record Topic(String id, String name, String nameEn, String about, String aboutEn, String often, String oftenEn) {}

    record Dong(String id, String name, String nameEn) {}

    /** @param dongs none for all */
    record Subscription(String topic, List<String> dongs) {}

    /** @param words what the page said: version and language */
    record Wanted(List<Subscription> subscriptions, boolean ads, boolean adsAtNight, String words) {}

    /** @param entries the oldest first */
    record Mine(List<Subscription> subscriptions, boolean ads, boolean adsAtNight, List<ConsentApi.Entry> entries) {}

    record Link(String topic, String topicEn, boolean subscribed) {}

    /** @param all whether all news stop */
    record Stop(boolean all) {}
}
