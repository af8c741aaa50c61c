package kr.minwon.notification.template.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.template.Approved;
import kr.minwon.notification.template.Draft;
import kr.minwon.notification.template.OfficeTemplate;
import kr.minwon.notification.template.TemplateKey;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TemplateDocumentsTests {
    private static final Instant AT = Instant.parse("2026-11-23T01:12:30.123Z");
    private static final Draft OLD = new Draft(1, "[{office}] 하나", null, "acc-1", "안 팀장", AT);
    private static final OfficeTemplate WAITS = new OfficeTemplate(
            new TemplateKey("seogu", Step.RECEIVED, "ko", Channel.SMS),
            3,
            new Approved(1, OLD, "acc-2", "배 팀장", AT),
            new Draft(3, "[{office}] 둘", "TP1", "acc-2", "배 팀장", AT),
            Set.of("acc-1", "acc-2"),
            List.of(new Approved.Past(1, "안 팀장", "배 팀장", AT)));

    private final TemplateDocuments templates = new TemplateDocuments();

    @Test
    void aTemplateIsReadAsItWasWritten() {
        assertThat(templates.read(templates.write(WAITS))).isEqualTo(WAITS);
    }

    @Test
    void aDraftThatWasStoredBeforeItsAuthorsWereKeptIsOfWhoSavedIt() {
        Document before = templates.write(WAITS);
        before.remove("authors");
        assertThat(templates.read(before).authors()).containsExactly("acc-2");
        before.remove("draft");
        assertThat(templates.read(before).authors()).isEmpty();
    }
}
