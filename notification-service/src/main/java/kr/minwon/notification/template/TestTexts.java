package kr.minwon.notification.template;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kr.minwon.koreansms.Shortening;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.PhoneCheck;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.StepVariables;
import kr.minwon.notification.message.Template;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.verification.VerifyPhone;

/**
 * Shows a text on the phone of who writes it: only on one that they have verified, once a minute, marked as a test and of no
 * case, with an everyday example's values.
 */
public final class TestTexts {
    private static final String RECIPIENT = "test";
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm");

    private final Templates templates;
    private final Messages messages;
    private final Clock clock;

    public TestTexts(Templates templates, Messages messages, Clock clock) {
        this.templates = templates;
        this.messages = messages;
        this.clock = clock;
    }

    /** @return nothing when the phone has had one this minute */
    public Optional<Message> send(String officeId, Template template, VerifyPhone.Sealed to) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String name = to.contactId() + "/" + MINUTE.format(now.atZone(SEOUL));
        Message message = Message.queued(
                RECIPIENT + "/" + officeId + "/" + name,
                new PhoneCheck(name, officeId),
                template.step().nth(1),
                RECIPIENT,
                to.phone(),
                marked(officeId, template),
                null,
                now,
                now,
                null,
                null);
        return messages.add(message) ? Optional.of(message) : Optional.empty();
    }

    private Content marked(String officeId, Template template) {
        Map<String, String> values = new HashMap<>();
        StepVariables.known(template.step())
                .forEach(one -> values.put(one.wireName(), one.example(template.language())));
        // What Kakao approved cannot be marked, so the words of 알림톡 are shown by SMS.
        Content content = templates.preview(officeId, asSms(template), values);
        String mark = template.language().equals(Spoken.ENGLISH) ? "[TEST] " : "[시험] ";
        return new Content(
                Shortening.of(mark + content.text(), SmsText.LMS_BYTES), content.encoding(), content.templateVersion());
    }

    private static Template asSms(Template template) {
        return template.channel() == Channel.SMS
                ? template
                : new Template(
                        template.office(), template.step(), template.language(), template.version(), template.text());
    }
}
