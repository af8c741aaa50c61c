package kr.minwon.notification.message.web;

import java.util.List;
import kr.minwon.koreansms.Replacements;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.notification.message.Sizing;
import kr.minwon.problems.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells a writer how a text would go out, before it does. */
@RestController
class PreviewController {
    /** UTF-16 units; far above what any text may have. */
    static final int LONGEST = 10_000;

    private final Sizing sizing;

    PreviewController(Sizing sizing) {
        this.sizing = sizing;
    }

    record PreviewRequest(@Nullable String text, @Nullable String subject) {}

    /**
     * @param unencodable the distinct characters that KS X 1001 lacks; when there are any, {@code bytes} and {@code type}
     *     are null
     * @param type SMS, LMS or TOO_LONG
     * @param segments messages it would be cut into over SMPP or abroad
     * @param suggestions what could stand for those of the unencodable that something stands for
     */
    record PreviewResponse(
            boolean encodable,
            List<String> unencodable,
            @Nullable Integer bytes,
            @Nullable String type,
            int segments,
            List<Suggestion> suggestions) {}

    /** @param replacement empty when it is best left out */
    record Suggestion(String character, String replacement) {}

    @PostMapping(path = "/api/v1/staff/messages/preview", consumes = "application/json", produces = "application/json")
    PreviewResponse preview(@RequestBody PreviewRequest request) {
        FieldErrors errors = new FieldErrors();
        String text = request.text();
        if (text == null) {
            errors.add("text", "required");
        }
        check(errors, "text", text);
        check(errors, "subject", request.subject());
        errors.throwIfAny();
        SmsSize size = sizing.written(String.valueOf(text), request.subject());
        SmsSize.Type type = size.type();
        return new PreviewResponse(
                size.encodable(),
                size.unencodable(),
                size.bytes(),
                type == null ? null : type.name(),
                size.segments(),
                suggestions(size.unencodable()));
    }

    private static List<Suggestion> suggestions(List<String> unencodable) {
        return unencodable.stream()
                .flatMap(character ->
                        Replacements.suggestion(character)
                                .map(replacement -> new Suggestion(character, replacement))
                                .stream())
                .toList();
    }

    private static void check(FieldErrors errors, String field, @Nullable String value) {
        if (value != null && value.length() > LONGEST) {
            errors.add(field, "too-long-for-preview", LONGEST);
        }
    }
}
