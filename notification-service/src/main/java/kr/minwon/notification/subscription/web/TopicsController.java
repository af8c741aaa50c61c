package kr.minwon.notification.subscription.web;

import java.util.List;
import kr.minwon.notification.subscription.Topics;
import kr.minwon.signedcalls.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is to subscribe to. */
@RestController
class TopicsController {
    private final Topics topics;

    TopicsController(Topics topics) {
        this.topics = topics;
    }

    record TopicsResponse(List<TopicPart> topics, List<DongPart> dongs) {}

    /**
     * @param about what it tells of
     * @param often how often
     */
    record TopicPart(
            String id, String name, String nameEn, String about, String aboutEn, String often, String oftenEn) {}

    record DongPart(String id, String name, String nameEn) {}

    @GetMapping(path = "/api/v1/sms/topics", produces = "application/json")
    TopicsResponse topics(Caller caller) {
        return new TopicsResponse(
                topics.of(caller.officeId()).stream()
                        .map(one -> new TopicPart(
                                one.id(),
                                one.name(),
                                one.nameEn(),
                                one.about(),
                                one.aboutEn(),
                                one.often(),
                                one.oftenEn()))
                        .toList(),
                topics.dongsOf(caller.officeId()).stream()
                        .map(one -> new DongPart(one.id(), one.name(), one.nameEn()))
                        .toList());
    }
}
