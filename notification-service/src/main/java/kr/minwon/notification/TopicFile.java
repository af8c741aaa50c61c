package kr.minwon.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.subscription.Dong;
import kr.minwon.notification.subscription.Topic;
import kr.minwon.notification.subscription.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

/** The topics and 동 of a JSON file. */
final class TopicFile {
    private record TopicEntry(
            String office,
            String id,
            String purpose,
            String name,
            String nameEn,
            String about,
            String aboutEn,
            String often,
            String oftenEn,
            @Nullable Boolean urgent) {
        Topic topic() {
            return new Topic(
                    office,
                    id,
                    new Purpose(purpose),
                    name,
                    nameEn,
                    about,
                    aboutEn,
                    often,
                    oftenEn,
                    Boolean.TRUE.equals(urgent));
        }
    }

    private record Content(List<TopicEntry> topics, List<Dong> dongs) {}

    private TopicFile() {}

    static Topics read(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            Content content = JsonMapper.builder().build().readValue(in, Content.class);
            return new Topics(content.topics().stream().map(TopicEntry::topic).toList(), content.dongs());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the topics " + resource.getDescription(), e);
        }
    }
}
