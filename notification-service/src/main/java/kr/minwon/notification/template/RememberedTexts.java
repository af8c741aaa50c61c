package kr.minwon.notification.template;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kr.minwon.notification.message.ActiveTexts;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.message.Template;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The offices' active texts in memory, a few seconds old at most: what was approved on another instance is told here soon,
 * and no text costs a look-up. While the store is away nothing is rendered from what is too old; it could not be stored
 * either.
 */
public final class RememberedTexts implements ActiveTexts {
    private static final Logger log = LoggerFactory.getLogger(RememberedTexts.class);

    private final OfficeTemplates templates;
    private final Duration goodFor;
    private final Map<String, Remembered> offices = new ConcurrentHashMap<>();

    private record Remembered(Map<TemplateKey, Template> texts, long since) {}

    /** @param goodFor how old they may be */
    public RememberedTexts(OfficeTemplates templates, Duration goodFor) {
        this.templates = templates;
        this.goodFor = goodFor;
    }

    @Override
    public Optional<Template> find(String officeId, Step step, String language, Channel channel) {
        Remembered known = offices.get(officeId);
        if (known == null || System.nanoTime() - known.since() > goodFor.toNanos()) {
            known = read(officeId);
            offices.put(officeId, known);
        }
        return Optional.ofNullable(known.texts().get(new TemplateKey(officeId, step, language, channel)));
    }

    /** Lets what was just approved here be told at once. */
    public void forget(String officeId) {
        offices.remove(officeId);
    }

    private Remembered read(String officeId) {
        long now = System.nanoTime();
        Map<TemplateKey, Template> texts = templates.ofOffice(officeId).stream()
                .flatMap(one -> readable(one).stream())
                .collect(Collectors.toUnmodifiableMap(
                        one -> new TemplateKey(one.office(), one.step(), one.language(), one.channel()), one -> one));
        return new Remembered(texts, now);
    }

    /** What the product no longer lets go out is not told: its own text is, until somebody drafts another. */
    private static Optional<Template> readable(OfficeTemplate one) {
        Approved active = one.active();
        try {
            return active == null ? Optional.empty() : Optional.of(active.template(one.key()));
        } catch (IllegalArgumentException grownOld) {
            log.error(
                    "{}: the active text may not go out any more: {}", one.key().id(), grownOld.getMessage());
            return Optional.empty();
        }
    }
}
