package kr.minwon.gateway.pages;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import kr.minwon.gateway.clients.PublicCase;
import org.jspecify.annotations.Nullable;

/**
 * What a resident asked for after filing, in words.
 *
 * @param label what it was: an objection, one more answer, a change
 * @param photos that came with it
 */
public record Again(String label, @Nullable String at, String text, List<String> photos) {
    /** An objection, or the wish for one more answer. */
    public static Again of(PublicCase.Reopening reopening, Words words, Clock clock) {
        boolean objection = "objection".equals(reopening.cause());
        String label = words.text(objection ? "case.objection" : "case.reopening");
        return of(label, reopening.at(), reopening.text(), List.of(), words, clock);
    }

    /** A change of what was asked. */
    public static Again of(PublicCase.Change change, Words words, Clock clock) {
        List<PublicCase.Attachment> attachments = Objects.requireNonNullElse(change.attachments(), List.of());
        List<String> photos = attachments.stream()
                .map(PublicCase.Attachment::id)
                .filter(Objects::nonNull)
                .toList();
        return of(words.text("case.change"), change.at(), change.text(), photos, words, clock);
    }

    private static Again of(
            String label, @Nullable String iso, @Nullable String text, List<String> photos, Words words, Clock clock) {
        String at =
                SeoulMoment.of(iso).map(moment -> moment.spoken(words, clock)).orElse(null);
        return new Again(label, at, Objects.requireNonNullElse(text, ""), photos);
    }
}
