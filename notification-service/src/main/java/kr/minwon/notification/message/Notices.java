package kr.minwon.notification.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the messages: of a step, if the reporter wants to be told, and of a code. */
public final class Notices {
    private static final String CODE = "code";
    private final Templates templates;
    private final AnswerLinks links;
    private final QuietSettings quiet;
    private final Bursts bursts;
    private final Clock clock;

    public Notices(Templates templates, AnswerLinks links, QuietSettings quiet, Bursts bursts, Clock clock) {
        this.templates = templates;
        this.links = links;
        this.quiet = quiet;
        this.bursts = bursts;
        this.clock = clock;
    }

    /**
     * The message, or nothing without consent.
     *
     * @param n which telling of the step
     * @param values fill the template's variables: days and moments in ISO-8601, the link sealed yet
     * @throws IllegalArgumentException when the link cannot be opened
     * @throws java.time.DateTimeException for a day or a moment that is none
     */
    public Optional<Message> of(
            CaseRecord recipient,
            Step step,
            int n,
            Map<String, String> values,
            Instant eventAt,
            @Nullable String traceparent) {
        if (!recipient.smsConsent()) {
            return Optional.empty();
        }
        About about = recipient.about();
        Map<String, String> all = new HashMap<>(values);
        all.put(Variable.RECEIPT_NUMBER.wireName(), about.receiptNumber());
        all.computeIfPresent(Template.LINK, (name, token) -> links.of(token));
        Map<String, String> said = new HashMap<>();
        all.forEach((variable, value) -> said.put(
                variable,
                Variable.of(variable)
                        .map(one -> Spoken.of(one, value, recipient.language()))
                        .orElse(value)));
        String name = step.nth(n);
        Instant now = now();
        return Optional.of(Message.queued(
                Message.idOf(about.complaintId(), name, CaseRecord.REPORTER),
                about,
                name,
                CaseRecord.REPORTER,
                recipient.sealedPhone(),
                templates.render(about.officeId(), step, recipient.language(), said),
                recipient.lastMessageId(),
                eventAt,
                now,
                heldUntil(recipient, step, now),
                traceparent));
    }

    private @Nullable Instant heldUntil(CaseRecord recipient, Step step, Instant now) {
        String office = recipient.about().officeId();
        Instant morning = quiet.heldUntil(office, step.urgency(), now);
        Instant end = morning == null ? bursts.heldUntil(recipient, step, now) : morning;
        // A burst that would be told at night is told in the morning, with what else the night brings.
        Instant later = end == null ? null : quiet.heldUntil(office, step.urgency(), end);
        return later == null ? end : later;
    }

    /**
     * The several notices of a digest, told as one.
     *
     * @param previous the message to the same phone that has to go first; null for none
     * @param notices in the order in which they are told
     */
    public Message digest(String id, @Nullable String previous, List<Message> notices) {
        Message first = notices.getFirst();
        Instant now = now();
        return Message.queued(
                Digest.messageId(id),
                Digest.of(id, notices),
                Step.DIGEST.nth(1),
                CaseRecord.REPORTER,
                first.sealedPhone(),
                templates.digest(notices),
                previous,
                now,
                now,
                null,
                first.traceparent());
    }

    /**
     * The one text of a verification.
     *
     * @param goodFor how long the code is
     */
    public Message code(PhoneCheck check, String sealedPhone, String code, Duration goodFor) {
        Map<String, String> values = Map.of(CODE, code, "minutes", String.valueOf(goodFor.toMinutes()));
        String name = Step.CODE.nth(1);
        Instant now = now();
        return Message.queued(
                CODE + "/" + check.id(),
                check,
                name,
                CODE,
                sealedPhone,
                templates.render(check.officeId(), Step.CODE, values),
                null,
                now,
                now,
                null,
                null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
