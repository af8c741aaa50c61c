package kr.minwon.notification.mailing.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.mailing.Letter;
import kr.minwon.notification.mailing.Wording;
import kr.minwon.notification.subscription.Topics;
import kr.minwon.problems.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * A mailing as it is typed.
 *
 * @param topic the id of a topic
 * @param dongs codes of 동; none for all
 * @param subject of an LMS, one line; empty for none
 * @param sendAt not before; without an offset it is Seoul time, and a bare date is the morning of that day
 * @param revision the one that was looked at, when it is written anew
 */
record LetterRequest(
        @Nullable String topic,
        @Nullable List<@Nullable String> dongs,
        @Nullable String subject,
        @Nullable String text,
        @Nullable Boolean advertising,
        @Nullable String sendAt,
        @Nullable Integer revision) {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    /** When offices open; what an office's own hours still hold then waits for their end. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    /** UTF-16 units; far above what any text may have. */
    private static final int LONGEST = 10_000;
    /** What is planned for later is forgotten by then. */
    private static final int MOST_DAYS_AHEAD = 90;

    /** All that makes it another mailing, for who sends it again under one key. */
    @Nullable
    String[] said() {
        return Stream.concat(
                        Stream.<@Nullable String>of(
                                "write",
                                topic,
                                subject,
                                text,
                                String.valueOf(Boolean.TRUE.equals(advertising)),
                                sendAt),
                        Objects.requireNonNullElse(dongs, List.<@Nullable String>of()).stream())
                .toArray(String[]::new);
    }

    Letter letter(String officeId, Topics topics, Wording wording, Instant now) {
        FieldErrors errors = new FieldErrors();
        String named = Objects.requireNonNullElse(topic, "").strip();
        if (named.isEmpty()) {
            errors.add("topic", "required");
        } else if (topics.find(officeId, named).isEmpty()) {
            errors.add("topic", "no-topic");
        }
        List<String> where = Objects.requireNonNullElse(dongs, List.<@Nullable String>of()).stream()
                .map(String::valueOf)
                .toList();
        if (!topics.areDongsOf(officeId, where)) {
            errors.add("dongs", "no-dong");
        }
        boolean ads = Boolean.TRUE.equals(advertising);
        if (ads && !wording.mayAdvertise(officeId)) {
            errors.add("advertising", "ads-without-free-number");
        }
        Letter letter = new Letter(named, where, title(), words(errors), ads, moment(errors, now));
        unmarked("subject", letter.subject(), ads, errors);
        unmarked("text", letter.text(), ads, errors);
        if (letter.isPast(now)) {
            errors.add("sendAt", "mailing-time-past");
        }
        titled(wording.subject(letter), ads, errors);
        if (errors.isEmpty()) {
            sized(wording.size(officeId, letter), errors);
        }
        errors.throwIfAny();
        return letter;
    }

    private String words(FieldErrors errors) {
        String words = SmsText.composed(Objects.requireNonNullElse(text, "")).strip();
        if (words.isEmpty()) {
            errors.add("text", "required");
        } else if (words.length() > LONGEST) {
            errors.add("text", "mailing-too-long", SmsText.LMS_BYTES);
        }
        return words;
    }

    /** Whatever a paste brought, a subject is one line. */
    private @Nullable String title() {
        String typed = SmsText.composed(
                Objects.requireNonNullElse(subject, "").replaceAll("\\s+", " ").strip());
        return typed.isEmpty() ? null : typed;
    }

    /** Advertising is marked by saying that it is, which is also who gets it; what is none has no mark. */
    private static void unmarked(String field, @Nullable String words, boolean ads, FieldErrors errors) {
        if (words != null && Wording.isMarked(words)) {
            errors.add(field, ads ? "ads-mark-of-its-own" : "ads-not-said");
        }
    }

    /** @param shown with what the law puts before it */
    private static void titled(@Nullable String shown, boolean ads, FieldErrors errors) {
        if (shown == null) {
            return;
        }
        List<String> lacking = SmsText.unencodable(shown);
        int bytes = SmsText.encode(shown).map(octets -> octets.length).orElse(0);
        if (!lacking.isEmpty()) {
            errors.add("subject", "mailing-unencodable", SmsText.names(lacking));
        } else if (bytes > SmsText.SUBJECT_BYTES) {
            errors.add(
                    "subject",
                    ads ? "mailing-ads-subject-too-long" : "mailing-subject-too-long",
                    SmsText.SUBJECT_BYTES,
                    bytes);
        }
    }

    private static void sized(SmsSize size, FieldErrors errors) {
        if (!size.encodable()) {
            errors.add("text", "mailing-unencodable", SmsText.names(size.unencodable()));
        } else if (size.type() == SmsSize.Type.TOO_LONG) {
            errors.add("text", "mailing-too-long", SmsText.LMS_BYTES);
        }
    }

    private @Nullable Instant moment(FieldErrors errors, Instant now) {
        if (sendAt == null || sendAt.isBlank()) {
            return null;
        }
        try {
            Instant moment = parsed(sendAt.strip());
            if (moment.isAfter(now.plus(MOST_DAYS_AHEAD, ChronoUnit.DAYS))) {
                errors.add("sendAt", "too-far-ahead", MOST_DAYS_AHEAD);
            }
            return moment.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException | ArithmeticException e) {
            errors.add("sendAt", "no-send-time");
            return null;
        }
    }

    private static Instant parsed(String typed) {
        if (typed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return LocalDate.parse(typed).atTime(MORNING).atZone(SEOUL).toInstant();
        }
        return typed.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})")
                ? OffsetDateTime.parse(typed).toInstant()
                : LocalDateTime.parse(typed).atZone(SEOUL).toInstant();
    }
}
