package kr.minwon.gateway.pages.staff;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kr.minwon.gateway.clients.NotificationApi;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/** How a text would go out, in a sentence or two for whoever writes it. */
record PreviewWords(Words words) {
    private static final String UCS_2 = "UCS-2";

    /** Empty when there is nothing to say. */
    String of(NotificationApi.Preview preview) {
        NotificationApi.Sent sent = preview.sent();
        if (sent == null) {
            return ofWordsAlone(preview);
        }
        if (UCS_2.equals(sent.encoding())) {
            return withEnd(words.text("preview.wide", unreplaced(preview)), sent);
        }
        Integer bytes = sent.bytes();
        if (bytes == null) {
            return words.text("preview.refused", advised(preview));
        }
        boolean exact = sent.assumed() == null || sent.assumed().isEmpty();
        String size = words.text(
                exact ? "preview.sent" : "preview.sent-at-most", bytes, words.textOr("preview." + sent.type(), ""));
        List<String> lost = sent.lost();
        return withEnd(
                lost == null || lost.isEmpty()
                        ? size
                        : size + " " + words.text("preview.lost", String.join(", ", lost)),
                sent);
    }

    private String withEnd(String said, NotificationApi.Sent sent) {
        return Boolean.TRUE.equals(sent.shortened()) ? said + " " + words.text("preview.shortened") : said;
    }

    private String ofWordsAlone(NotificationApi.Preview preview) {
        List<String> unencodable = preview.unencodable();
        if (unencodable != null && !unencodable.isEmpty()) {
            return words.text("preview.unencodable", advised(preview));
        }
        Integer bytes = preview.bytes();
        return bytes == null ? "" : words.text("preview.bytes", bytes, words.textOr("preview." + preview.type(), ""));
    }

    private static Map<String, String> replacements(NotificationApi.Preview preview) {
        return Objects.requireNonNullElse(preview.suggestions(), List.<NotificationApi.Suggestion>of()).stream()
                .collect(Collectors.toMap(
                        NotificationApi.Suggestion::character, NotificationApi.Suggestion::replacement));
    }

    private static List<String> unencodable(NotificationApi.Preview preview) {
        return Objects.requireNonNullElse(preview.unencodable(), List.<String>of());
    }

    private String advised(NotificationApi.Preview preview) {
        Map<String, String> replacements = replacements(preview);
        return unencodable(preview).stream()
                .map(character -> advised(character, replacements.get(character)))
                .collect(Collectors.joining(", "));
    }

    /** Those that nothing stands for: the others are replaced before the text goes out. */
    private static String unreplaced(NotificationApi.Preview preview) {
        Map<String, String> replacements = replacements(preview);
        return unencodable(preview).stream()
                .filter(character -> !replacements.containsKey(character))
                .map(PreviewWords::name)
                .collect(Collectors.joining(", "));
    }

    private String advised(String character, @Nullable String replacement) {
        if (replacement == null) {
            return name(character);
        }
        return replacement.isEmpty()
                ? words.text("preview.leave-out", name(character))
                : words.text(
                        "preview.replace",
                        name(character),
                        replacement.isBlank() ? words.text("preview.space") : replacement);
    }

    /** What cannot be seen is called by its number. */
    private static String name(String character) {
        int point = character.codePointAt(0);
        boolean seen = switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.SURROGATE -> false;
            default -> true;
        };
        return seen ? character : "U+%04X".formatted(point);
    }
}
