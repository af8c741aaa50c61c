package kr.minwon.notification.message.web;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.koreansms.Replacements;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.Rehearsal;
import kr.minwon.notification.message.Sizing;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.message.Variable;
import kr.minwon.problems.FieldErrors;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells a writer how a text would go out, before it does: the words alone, and in the text of a step. */
@RestController
class PreviewController {
    /** UTF-16 units; far above what any text may have. */
    static final int LONGEST = 10_000;

    private static final int LONGEST_VALUE = 500;

    private final Sizing sizing;
    private final Rehearsal rehearsal;
    private final Cases cases;

    PreviewController(Sizing sizing, Rehearsal rehearsal, Cases cases) {
        this.sizing = sizing;
        this.rehearsal = rehearsal;
        this.cases = cases;
    }

    /**
     * @param step whose text the words are for, such as {@code supplement}; null for the words alone
     * @param receiptNumber of the case, for its number and its resident's language
     * @param values of the case, by variable: {@code department}, {@code officer}, {@code contact}, {@code dueAt} …
     * @param advertising of a {@code mailing}
     */
    record PreviewRequest(
            @Nullable String text,
            @Nullable String subject,
            @Nullable String step,
            @Nullable String receiptNumber,
            @Nullable Map<String, String> values,
            @Nullable Boolean advertising) {}

    /**
     * @param unencodable the distinct characters that KS X 1001 lacks; when there are any, {@code bytes} and {@code type}
     *     are null
     * @param type SMS, LMS or TOO_LONG
     * @param segments messages it would be cut into over SMPP or abroad
     * @param suggestions what could stand for those of the unencodable that something stands for
     * @param sent what goes out, where a step is named; all else is of the words alone
     */
    record PreviewResponse(
            boolean encodable,
            List<String> unencodable,
            @Nullable Integer bytes,
            @Nullable String type,
            int segments,
            List<Suggestion> suggestions,
            @Nullable SentPart sent) {}

    /** @param replacement empty when it is best left out */
    record Suggestion(String character, String replacement) {}

    /**
     * The text that goes out.
     *
     * @param bytes in EUC-KR; null when it goes out in UCS-2, or not at all
     * @param type SMS, LMS or TOO_LONG; null when it does not go out, since what EUC-KR lacks is refused
     * @param segments messages it would be cut into over SMPP or abroad
     * @param shortened whether what was written is cut, because there is no room for all of it
     * @param assumed variables whose values are not known yet, and were taken as long as they may be
     * @param lost the characters for which □ stands, because nobody takes them
     */
    record SentPart(
            String text,
            String encoding,
            @Nullable Integer bytes,
            @Nullable String type,
            int segments,
            boolean shortened,
            List<String> assumed,
            List<String> lost) {
        static SentPart of(Rehearsal.Sent sent) {
            Content content = sent.content();
            SmsSize size = sent.size();
            boolean wide = content.encoding() == Encoding.UCS_2;
            SmsSize.Type type = wide ? SmsSize.Type.LMS : size.type();
            return new SentPart(
                    content.text(),
                    content.encoding().label(),
                    size.bytes(),
                    type == null ? null : type.name(),
                    size.segments(),
                    !sent.whole(),
                    sent.assumed(),
                    content.lost());
        }
    }

    @PostMapping(path = "/api/v1/staff/messages/preview", consumes = "application/json", produces = "application/json")
    PreviewResponse preview(Caller caller, @RequestBody PreviewRequest request) {
        FieldErrors errors = new FieldErrors();
        if (request.text() == null) {
            errors.add("text", "required");
        }
        String text = typed(errors, "text", request.text());
        String subject = request.subject() == null ? null : typed(errors, "subject", request.subject());
        Step step = step(errors, request.step());
        Map<String, String> values = step == null ? Map.of() : values(errors, request.values());
        errors.throwIfAny();
        SentPart sent = step == null ? null : sent(caller, step, request, text, subject, values);
        SmsSize size = sizing.written(text, subject);
        SmsSize.Type type = size.type();
        return new PreviewResponse(
                size.encodable(),
                size.unencodable(),
                size.bytes(),
                type == null ? null : type.name(),
                size.segments(),
                suggestions(size.unencodable()),
                sent);
    }

    private SentPart sent(
            Caller caller,
            Step step,
            PreviewRequest request,
            String text,
            @Nullable String subject,
            Map<String, String> values) {
        if (step == Step.MAILING) {
            boolean advertising = Boolean.TRUE.equals(request.advertising());
            return SentPart.of(rehearsal.news(caller.officeId(), text, subject, advertising));
        }
        Map<String, String> known = new HashMap<>(values);
        String language = null;
        if (request.receiptNumber() != null) {
            String number = ReceiptNumbers.canonical(request.receiptNumber());
            known.put(Variable.RECEIPT_NUMBER.wireName(), number);
            language = language(caller, number);
        }
        try {
            return SentPart.of(rehearsal.of(caller.officeId(), step, language, known, text));
        } catch (DateTimeException noMoment) {
            FieldErrors errors = new FieldErrors();
            errors.add("values", "no-preview-value", LONGEST_VALUE);
            errors.throwIfAny();
            throw noMoment;
        }
    }

    /** That of a resident whose case the caller may see; null otherwise, as for one that is not known here yet. */
    private @Nullable String language(Caller caller, String receiptNumber) {
        return cases.ofReceiptNumber(receiptNumber)
                .filter(one -> one.about().officeId().equals(caller.officeId()))
                .filter(one -> Sight.maySee(caller, one))
                .map(CaseRecord::language)
                .orElse(null);
    }

    private static @Nullable Step step(FieldErrors errors, @Nullable String named) {
        if (named == null) {
            return null;
        }
        Optional<Step> found = Arrays.stream(Step.values())
                .filter(one -> one.wireName().equals(named))
                .filter(one -> one == Step.MAILING || Rehearsal.written(one).isPresent())
                .findFirst();
        if (found.isEmpty()) {
            errors.add("step", "no-step-with-words");
        }
        return found.orElse(null);
    }

    private static Map<String, String> values(FieldErrors errors, @Nullable Map<String, String> given) {
        Map<String, String> values = Objects.requireNonNullElse(given, Map.of());
        boolean wrong = values.entrySet().stream()
                .anyMatch(one -> Variable.of(one.getKey()).isEmpty()
                        || one.getValue() == null
                        || one.getValue().length() > LONGEST_VALUE);
        if (wrong) {
            errors.add("values", "no-preview-value", LONGEST_VALUE);
        }
        return values;
    }

    private static List<Suggestion> suggestions(List<String> unencodable) {
        return unencodable.stream()
                .flatMap(character ->
                        Replacements.suggestion(character)
                                .map(replacement -> new Suggestion(character, replacement))
                                .stream())
                .toList();
    }

    private static String typed(FieldErrors errors, String field, @Nullable String value) {
        String typed = Objects.requireNonNullElse(value, "");
        if (typed.length() > LONGEST) {
            errors.add(field, "too-long-for-preview", LONGEST);
            return "";
        }
        return SmsText.composed(typed);
    }
}
