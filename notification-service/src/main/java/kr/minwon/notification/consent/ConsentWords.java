package kr.minwon.notification.consent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.consent.ConsentEntry.Channel;

/**
 * The sentences by which people consent on pages, each version in each language, as they are written in
 * {@code contracts/consent-words.json}. The ledger names them, such as {@code sms-1/ko}, and after a colon what was chosen.
 */
public final class ConsentWords {
    /** Of the page of the SMS corner. */
    public static final String CORNER = "sms";
    /** Of the page of one's own cases. */
    public static final String OWN_CASES = "page";

    private static final String ALL_NEWS = "news";
    private static final String WITHDRAWN = "/withdrawn";

    private final List<Version> versions;

    /**
     * A form's sentences in one language.
     *
     * @param version the form's name and a number, such as {@code sms-1}
     * @param sentences by what they are about
     */
    public record Version(String version, String language, Map<String, List<String>> sentences) {
        private boolean isOf(String form) {
            return version.startsWith(form + "-");
        }

        private String name() {
            return version + "/" + language;
        }
    }

    /** @param versions of each form the latest last */
    public ConsentWords(List<Version> versions) {
        this.versions = List.copyOf(versions);
    }

    /** Whether these words are a version of the form's. */
    public boolean areOf(String form, String words) {
        return versions.stream().anyMatch(one -> one.isOf(form) && one.name().equals(words));
    }

    /**
     * The latest of a form in a language.
     *
     * @throws IllegalStateException when there is none
     */
    public String latest(String form, String language) {
        return versions.stream()
                .filter(one -> one.isOf(form) && one.language().equals(language))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no words of " + form + " in " + language))
                .name();
    }

    /** What somebody had before their eyes when they said so; nothing where it was no page's form. */
    public Optional<String> sentence(ConsentEntry entry) {
        if (entry.channel() != Channel.VERIFIED_PHONE) {
            return Optional.empty();
        }
        String name = entry.words().split(": ", 2)[0];
        return versions.stream()
                .filter(one -> one.name().equals(name))
                .flatMap(one -> Optional.ofNullable(one.sentences().get(about(one, entry))).stream())
                .map(sentences -> String.join(" ", sentences))
                .findFirst();
    }

    private static String about(Version version, ConsentEntry entry) {
        String purpose = entry.purpose().name();
        return (version.sentences().containsKey(purpose) ? purpose : ALL_NEWS) + (entry.given() ? "" : WITHDRAWN);
    }
}
