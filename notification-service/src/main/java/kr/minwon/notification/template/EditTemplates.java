package kr.minwon.notification.template;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Template;
import kr.minwon.notification.message.TemplateFault;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.template.OfficeTemplates.Change;
import org.jspecify.annotations.Nullable;

/**
 * An office's texts change: some draft, somebody who wrote none of it approves. What is already a message keeps its words; what is
 * told from now on has the new ones.
 */
public final class EditTemplates {
    private final OfficeTemplates templates;
    private final Templates builtIn;
    private final Clock clock;

    public EditTemplates(OfficeTemplates templates, Templates builtIn, Clock clock) {
        this.templates = templates;
        this.builtIn = builtIn;
        this.clock = clock;
    }

    /** Who does it. */
    public record Person(String id, String name) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Done(OfficeTemplate template) implements Outcome {}

        /** The text may not go out. */
        record Faulty(List<TemplateFault> faults) implements Outcome {}

        record NoDraft() implements Outcome {}

        /** Somebody saved another text since it was seen. */
        record DraftChanged() implements Outcome {}

        /** Who had a hand in it may not approve it. */
        record SamePerson() implements Outcome {}
    }

    /** The template as it is, also where nobody has written one yet. */
    public OfficeTemplate of(TemplateKey key) {
        return templates.find(key).orElseGet(() -> unwritten(key));
    }

    /** A template that nobody has written one of their own for. */
    public OfficeTemplate unwritten(TemplateKey key) {
        return OfficeTemplate.none(key);
    }

    public List<OfficeTemplate> ofOffice(String officeId) {
        return templates.ofOffice(officeId);
    }

    /** Saves a draft in place of any before. */
    public Outcome draft(TemplateKey key, String text, @Nullable String code, Person by) {
        List<TemplateFault> faults = TemplateFault.of(key.step(), key.channel(), text);
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        return change(key, there -> there.drafted(text, code, by.id(), by.name(), now()));
    }

    /** Forgets the draft. */
    public Outcome discard(TemplateKey key) {
        return templates.change(
                key,
                there -> there == null || there.draft() == null
                        ? new Change<>(null, new Outcome.NoDraft())
                        : changed(there.discarded()));
    }

    /**
     * The draft is told from now on.
     *
     * @param revision of the draft as it was seen
     */
    public Outcome approve(TemplateKey key, int revision, Person by) {
        return templates.change(key, there -> {
            Draft draft = there == null ? null : there.draft();
            if (there == null || draft == null) {
                return new Change<>(null, new Outcome.NoDraft());
            }
            if (draft.revision() != revision) {
                return new Change<>(null, new Outcome.DraftChanged());
            }
            if (there.isBy(by.id())) {
                return new Change<>(null, new Outcome.SamePerson());
            }
            List<TemplateFault> faults = TemplateFault.of(key.step(), key.channel(), draft.text());
            // The product may ask for more since it was drafted.
            return faults.isEmpty()
                    ? changed(there.approved(draft, by.id(), by.name(), now()))
                    : new Change<>(null, new Outcome.Faulty(faults));
        });
    }

    /** A version of an office's text, by what messages are pinned to. */
    public Optional<Template> version(TemplateKey key, String version) {
        OfficeTemplate there = of(key);
        Approved active = there.active();
        if (active != null && key.version(active.number()).equals(version)) {
            return Optional.of(active.template(key));
        }
        Optional<Template> own = builtIn(key).filter(one -> one.version().equals(version));
        return own.isPresent()
                ? own
                : number(key, version)
                        .flatMap(number -> templates.past(key, number))
                        .map(one -> one.template(key));
    }

    private static Optional<Integer> number(TemplateKey key, String version) {
        String digits = version.substring(version.lastIndexOf('v') + 1);
        return digits.matches("[1-9][0-9]{0,5}")
                        && key.version(Integer.parseInt(digits)).equals(version)
                ? Optional.of(Integer.parseInt(digits))
                : Optional.empty();
    }

    /** What residents are told while the office has no text of its own. */
    public Optional<Template> builtIn(TemplateKey key) {
        return key.channel() == Channel.SMS
                ? builtIn.builtIn(key.officeId(), key.step(), key.language())
                : Optional.empty();
    }

    private Outcome change(TemplateKey key, Function<OfficeTemplate, OfficeTemplate> how) {
        return templates.change(key, there -> changed(how.apply(there == null ? OfficeTemplate.none(key) : there)));
    }

    private static Change<Outcome> changed(OfficeTemplate next) {
        return new Change<>(next, new Outcome.Done(next));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
