package kr.minwon.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.minwon.notification.Seeded;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.message.Template;
import kr.minwon.notification.message.TemplateFault;
import kr.minwon.notification.template.EditTemplates.Outcome;
import kr.minwon.notification.template.EditTemplates.Person;
import org.junit.jupiter.api.Test;

class EditTemplatesTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:12:30.123Z");
    private static final TemplateKey RECEIVED = new TemplateKey("seogu", Step.RECEIVED, "ko", Channel.SMS);
    private static final Person ANN = new Person("acc-1", "안 팀장");
    private static final Person BAE = new Person("acc-2", "배 팀장");
    private static final Person CHO = new Person("acc-3", "조 관리자");

    private final MemoryTemplates store = new MemoryTemplates();
    private final EditTemplates edit = new EditTemplates(store, Seeded.templates(), Clock.fixed(NOW, ZoneOffset.UTC));

    private int drafted(String text, Person by) {
        Outcome outcome = edit.draft(RECEIVED, text, null, by);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).template().revision();
    }

    private Optional<String> told() {
        return new RememberedTexts(store, Duration.ZERO)
                .find("seogu", Step.RECEIVED, "ko", Channel.SMS)
                .map(Template::text);
    }

    @Test
    void nobodyIsToldADraft() {
        drafted("[{office}] 받았습니다. {receiptNumber}", ANN);
        assertThat(told()).isEmpty();
        assertThat(edit.of(RECEIVED).draft()).extracting(Draft::byName).isEqualTo("안 팀장");
    }

    @Test
    void aSecondPersonApprovesAndItIsTold() {
        int revision = drafted("[{office}] 받았습니다.", ANN);
        assertThat(edit.approve(RECEIVED, revision, ANN)).isEqualTo(new Outcome.SamePerson());
        assertThat(told()).isEmpty();
        assertThat(edit.approve(RECEIVED, revision, BAE)).isInstanceOf(Outcome.Done.class);
        assertThat(told()).contains("[{office}] 받았습니다.");
        assertThat(edit.of(RECEIVED).draft()).isNull();
        assertThat(edit.approve(RECEIVED, revision, BAE)).isEqualTo(new Outcome.NoDraft());
    }

    @Test
    void whoSavesADraftAnewHasAHandInItAndSoHasWhoWroteItBefore() {
        drafted("[{office}] 하나", ANN);
        int revision = drafted("[{office}] 하나", BAE);
        assertThat(edit.approve(RECEIVED, revision, BAE)).isEqualTo(new Outcome.SamePerson());
        assertThat(edit.approve(RECEIVED, revision, ANN)).as("own words").isEqualTo(new Outcome.SamePerson());
        assertThat(told()).isEmpty();
        assertThat(edit.approve(RECEIVED, revision, CHO)).isInstanceOf(Outcome.Done.class);
        assertThat(told()).contains("[{office}] 하나");
    }

    @Test
    void aDraftThatIsDiscardedAndTypedAgainIsStillOfWhoWroteIt() {
        drafted("[{office}] 하나", ANN);
        edit.discard(RECEIVED);
        int revision = drafted("[{office}] 하나", BAE);
        assertThat(edit.approve(RECEIVED, revision, ANN)).isEqualTo(new Outcome.SamePerson());
        assertThat(edit.approve(RECEIVED, revision, CHO)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whoWroteAVersionThatWasApprovedMayApproveTheNext() {
        edit.approve(RECEIVED, drafted("[{office}] 하나", ANN), BAE);
        assertThat(edit.approve(RECEIVED, drafted("[{office}] 둘", BAE), ANN)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatIsApprovedIsWhatWasSeen() {
        int seen = drafted("[{office}] 하나", ANN);
        int later = drafted("[{office}] 둘", ANN);
        assertThat(edit.approve(RECEIVED, seen, BAE)).isEqualTo(new Outcome.DraftChanged());
        assertThat(edit.approve(RECEIVED, later, BAE)).isInstanceOf(Outcome.Done.class);

        assertThat(edit.discard(RECEIVED)).isEqualTo(new Outcome.NoDraft());
        int third = drafted("[{office}] 셋", ANN);
        assertThat(edit.discard(RECEIVED)).isInstanceOf(Outcome.Done.class);
        assertThat(drafted("[{office}] 넷", ANN)).as("never the same again").isGreaterThan(third);
    }

    @Test
    void everyVersionThatAMessageIsPinnedToCanBeRead() {
        for (String text : List.of("하나", "둘", "셋")) {
            edit.approve(RECEIVED, drafted("[{office}] " + text, ANN), BAE);
        }
        assertThat(edit.version(RECEIVED, "received-ko-1")).isPresent();
        assertThat(edit.version(RECEIVED, "received-ko-sms-v1"))
                .map(Template::text)
                .contains("[{office}] 하나");
        assertThat(edit.version(RECEIVED, "received-ko-sms-v2"))
                .map(Template::text)
                .contains("[{office}] 둘");
        assertThat(edit.version(RECEIVED, "received-ko-sms-v3"))
                .map(Template::text)
                .contains("[{office}] 셋");
        for (String none : List.of("received-ko-sms-v4", "received-ko-sms-v0", "received-ko-sms-v02", "v1", "", "$x")) {
            assertThat(edit.version(RECEIVED, none)).as(none).isEmpty();
        }
        assertThat(edit.of(RECEIVED).history())
                .extracting(Approved.Past::number)
                .containsExactly(2, 1);
    }

    @Test
    void whatMayNotGoOutIsNotSaved() {
        assertThat(edit.draft(RECEIVED, "[{office}] {dueAt}", null, ANN))
                .isEqualTo(new Outcome.Faulty(
                        List.of(new TemplateFault.UnknownVariable("dueAt", List.of("office", "receiptNumber")))));
        assertThat(store.find(RECEIVED)).isEmpty();
    }

    @Test
    void aTextThatMayNotGoOutAnyMoreGivesWayToTheProducts() {
        Draft old = new Draft(1, "[{office}] {gone}", null, ANN.id(), ANN.name(), NOW);
        store.change(
                RECEIVED,
                there -> new OfficeTemplates.Change<>(
                        new OfficeTemplate(
                                RECEIVED,
                                1,
                                new Approved(1, old, BAE.id(), BAE.name(), NOW),
                                null,
                                Set.of(),
                                List.of()),
                        ""));
        assertThat(told()).isEmpty();
    }
}
