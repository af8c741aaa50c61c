package kr.minwon.notification.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.koreansms.SenderNumber;
import org.jspecify.annotations.Nullable;

/** Messages for tests; their phones are not sealed. */
public final class MessageMother {
    public static final String PHONE = "01012345678";
    public static final Instant AT = Instant.parse("2026-11-23T01:12:30.123Z");

    public static final Reason NO_ANSWER = new Reason("no answer", Cause.NO_ANSWER);

    /** Nothing is merged. */
    public static final Bursts NO_BURSTS = new Bursts(BurstSettings.NONE, (office, phone, since, most) -> List.of());

    public static final String NUMBER = "2611-4821-9375";

    private MessageMother() {}

    public static String complaintId() {
        return "0198f3c2-7a10-7" + UUID.randomUUID().toString().substring(15);
    }

    public static About about(String complaintId) {
        return new About(complaintId, "seogu", NUMBER);
    }

    /** A queued message: the first of a new case. */
    public static Message received() {
        return message(complaintId(), "received.1", null, AT);
    }

    public static Message message(String complaintId, String step, @Nullable String previousStep, Instant queuedAt) {
        return new Message(
                Message.idOf(complaintId, step, CaseRecord.REPORTER),
                1,
                about(complaintId),
                step,
                CaseRecord.REPORTER,
                PHONE,
                new Content("[서구청] 민원이 접수되었습니다.", Encoding.EUC_KR, "received-ko-1"),
                previousStep == null ? null : Message.idOf(complaintId, previousStep, CaseRecord.REPORTER),
                AT,
                queuedAt,
                null,
                null,
                Progress.QUEUED,
                List.of());
    }

    /** A queued message that is tried as 알림톡 first. */
    public static Message byKakao(Instant queuedAt) {
        Message sms = message(complaintId(), "received.1", null, queuedAt);
        Alimtalk alimtalk = new Alimtalk(
                "KA01PF1",
                "KA01TP1",
                "received-ko-alimtalk-v1",
                Map.of("receiptNumber", "2611-4821-9375"),
                "민원이 접수되었습니다. 접수번호 2611-4821-9375");
        return new Message(
                sms.id(),
                1,
                sms.about(),
                sms.step(),
                sms.recipient(),
                sms.sealedPhone(),
                sms.content().with(alimtalk),
                sms.previous(),
                sms.eventAt(),
                sms.queuedAt(),
                null,
                null,
                Progress.QUEUED,
                List.of());
    }

    /** A text that tells those notices. */
    public static Message digest(List<Message> notices) {
        Notices all = new Notices(
                templates(),
                new AnswerLinks("https://minwon.example", token -> token),
                QuietSettings.NONE,
                NO_BURSTS,
                Clock.fixed(AT, ZoneOffset.UTC));
        return all.digest("8f2b7c1e", null, notices);
    }

    /** A queued message of that urgency. */
    public static Message wanted(Urgency urgency) {
        return switch (urgency) {
            case CODE -> code("0198f3c2");
            case URGENT -> received();
            case ALERT -> ofUrgentMailing("m2", "c1:" + complaintId());
            case NOTICE -> message(complaintId(), "progress.1", null, AT);
            case BULK -> ofMailing("m1", "c1:" + complaintId());
        };
    }

    /** A queued message of a mailing. */
    public static Message ofMailing(String mailingId, String recipient) {
        return of(new MailingPart(mailingId, "seogu", "news/safety", false, false, "construction"), recipient);
    }

    /** A queued message of a mailing that cannot wait. */
    public static Message ofUrgentMailing(String mailingId, String recipient) {
        return of(new MailingPart(mailingId, "seogu", "news/safety", false, true, "construction"), recipient);
    }

    /** A queued message of that mailing. */
    public static Message of(MailingPart part, String recipient) {
        return new Message(
                part.messageId(recipient),
                1,
                part,
                Step.MAILING.nth(1),
                recipient,
                PHONE,
                new Content("[서구청] 내일 오전에 물이 끊깁니다.", Encoding.EUC_KR, "mailing"),
                null,
                AT,
                AT,
                null,
                null,
                Progress.QUEUED,
                List.of());
    }

    public static Message code(String verificationId) {
        Notices notices = new Notices(
                templates(),
                new AnswerLinks("https://minwon.example", token -> token),
                QuietSettings.NONE,
                NO_BURSTS,
                Clock.fixed(AT, ZoneOffset.UTC));
        return notices.code(new PhoneCheck(verificationId, "seogu"), PHONE, "907345", Duration.ofMinutes(3));
    }

    /** The same, in other words. */
    public static Message saying(String text, Message message) {
        return saying(new Content(text, Encoding.EUC_KR, "1"), message);
    }

    public static Message saying(Content content, Message message) {
        return with(message.about(), content, message.notBefore(), message);
    }

    /** The same, of another case, whose number its text names. */
    public static Message ofNumber(String receiptNumber, Message message) {
        About about = new About(message.about().id(), message.about().officeId(), receiptNumber);
        String text = message.content().text().replace(NUMBER, receiptNumber);
        return with(about, new Content(text, Encoding.EUC_KR, "1"), message.notBefore(), message);
    }

    private static Message with(Subject about, Content content, @Nullable Instant notBefore, Message message) {
        return new Message(
                message.id(),
                1,
                about,
                message.step(),
                message.recipient(),
                message.sealedPhone(),
                content,
                message.previous(),
                message.eventAt(),
                message.queuedAt(),
                notBefore,
                null,
                Progress.QUEUED,
                List.of());
    }

    /** A queued notice that is held. */
    public static Message heldUntil(Instant moment) {
        return heldUntil(moment, wanted(Urgency.NOTICE));
    }

    /** That notice, held. */
    public static Message heldUntil(Instant moment, Message notice) {
        return with(notice.about(), notice.content(), moment, notice);
    }

    /** A message in that state, by the way it gets there. */
    public static Message in(MessageState state) {
        Message queued = received();
        UnaryOperator<Message> sending = message -> message.sending("1", "smpp", AT);
        return switch (state) {
            case QUEUED -> queued;
            case SENDING -> sending.apply(queued);
            case ACCEPTED -> sending.apply(queued).accepted("17", AT);
            case UNKNOWN -> sending.apply(queued).unknown(NO_ANSWER);
            case DELIVERED ->
                in(MessageState.ACCEPTED).received(1, new Receipt(MessageState.DELIVERED, AT, null), "17");
            case FAILED -> sending.apply(queued).failed(new Reason("SMPP 0x0000000B", Cause.NO_SUCH_NUMBER));
            case DROPPED -> queued.dropped(Reason.of("stale"));
        };
    }

    /** A message that waits for its second hand-over, the first being in doubt. */
    public static Message again() {
        return in(MessageState.UNKNOWN).again(resend());
    }

    public static Decision resend() {
        return new Decision(Decision.What.RESEND, "acc-operator", "운영 담당", AT.plusSeconds(60));
    }

    public static Decision leave() {
        return new Decision(Decision.What.LEAVE, "acc-operator", "운영 담당", AT.plusSeconds(60));
    }

    public static Receipt delivered() {
        return new Receipt(MessageState.DELIVERED, AT.plusSeconds(90), null);
    }

    public static Receipt undelivered() {
        return new Receipt(MessageState.FAILED, AT.plusSeconds(90), new Reason("UNDELIV 001", Cause.NO_SUCH_NUMBER));
    }

    public static Templates templates() {
        return new Templates(
                templateOfEachStep(), List.of(new Office("*", "서구청", "ko", new SenderNumber("0623607114"))));
    }

    /** With all that the law asks for of each. */
    static List<Template> templateOfEachStep() {
        return Arrays.stream(Step.values())
                .map(step -> new Template(
                        "*",
                        step,
                        "ko",
                        step.wireName() + "-any",
                        Stream.concat(StepVariables.required(step).stream(), StepVariables.known(step).stream())
                                .distinct()
                                .map(one -> "{" + one.wireName() + "}")
                                .collect(Collectors.joining(" "))))
                .toList();
    }
}
