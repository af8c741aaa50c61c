package kr.minwon.notification.template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An office's text of a step in a language for a channel.
 *
 * @param revision how often a draft was saved
 * @param active what residents are told; null while it is the product's own
 * @param draft what waits for a second person
 * @param authors the ids of all who saved a draft since the active version was approved, also of one that was discarded: none
 *     of them is the second person
 * @param history the versions before the active one, the latest first, the last {@value #MOST_SHOWN}; all texts are kept
 */
public record OfficeTemplate(
        TemplateKey key,
        int revision,
        @Nullable Approved active,
        @Nullable Draft draft,
        Set<String> authors,
        List<Approved.Past> history) {
    private static final int MOST_SHOWN = 50;

    public OfficeTemplate {
        authors = Set.copyOf(authors);
        history = List.copyOf(history);
    }

    /** Nobody has written one yet. */
    static OfficeTemplate none(TemplateKey key) {
        return new OfficeTemplate(key, 0, null, null, Set.of(), List.of());
    }

    /** With what somebody wrote, in place of a draft before. */
    OfficeTemplate drafted(String text, @Nullable String code, String by, String byName, Instant at) {
        int next = revision + 1;
        Set<String> more = new LinkedHashSet<>(authors);
        more.add(by);
        return new OfficeTemplate(key, next, active, new Draft(next, text, code, by, byName, at), more, history);
    }

    OfficeTemplate discarded() {
        return new OfficeTemplate(key, revision, active, null, authors, history);
    }

    /** Whether somebody shaped the words that wait, if only by saving them anew: they may not approve them. */
    public boolean isBy(String accountId) {
        return authors.contains(accountId);
    }

    /** The draft is what residents are told from now on. */
    OfficeTemplate approved(Draft seen, String by, String byName, Instant at) {
        if (!seen.equals(draft) || isBy(by)) {
            throw new IllegalStateException("a draft is approved as it is, by who wrote none of it");
        }
        List<Approved.Past> before = new ArrayList<>();
        if (active != null) {
            before.add(active.past());
        }
        history.stream().limit(MOST_SHOWN - before.size()).forEach(before::add);
        int number = active == null ? 1 : active.number() + 1;
        return new OfficeTemplate(key, revision, new Approved(number, seen, by, byName, at), null, Set.of(), before);
    }
}
