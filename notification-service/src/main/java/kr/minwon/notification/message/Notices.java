package kr.minwon.notification.message;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the message of a step, if the reporter wants to be told. */
public final class Notices {
    /** The one recipient there is now. */
    public static final String REPORTER = "reporter";

    private final Templates templates;
    private final Clock clock;

    public Notices(Templates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /** The message, or nothing without consent. */
    public Optional<Message> of(
            CaseRecord about, Step step, Map<String, String> values, Instant eventAt, @Nullable String traceparent) {
        if (!about.smsConsent()) {
            return Optional.empty();
        }
        Templates.Rendered rendered = templates.render(about.officeId(), step, values);
        String name = about.next(step);
        return Optional.of(new Message(
                Message.idOf(about.complaintId(), name, REPORTER),
                about.complaintId(),
                about.officeId(),
                about.receiptNumber(),
                about.departmentId(),
                name,
                REPORTER,
                about.sealedPhone(),
                rendered.text(),
                rendered.version(),
                about.lastMessageId(),
                MessageState.QUEUED,
                eventAt,
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null,
                traceparent,
                null));
    }
}
