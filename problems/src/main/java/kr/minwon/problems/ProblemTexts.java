package kr.minwon.problems;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The sentences of problems: each module's bundle first, the common one last. Korean unless English is asked for. */
public final class ProblemTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String COMMON = "problems/common";

    private final List<String> bundles;

    /** @param bundles of the application's modules, in order of precedence; the common sentences come last */
    public ProblemTexts(List<Bundle> bundles) {
        this.bundles = Stream.concat(bundles.stream().map(Bundle::baseName), Stream.of(COMMON))
                .toList();
    }

    /** A bean that names a module's bundle, such as {@code problems/complaint-service}. */
    public record Bundle(String baseName) {}

    /** The bundle of that base name. */
    public static Bundle bundle(String baseName) {
        return new Bundle(baseName);
    }

    /**
     * The sentence of a key with its placeholders filled.
     *
     * @throws MissingResourceException when no bundle holds the key, which a test of each module rules out
     */
    public String text(String key, Locale locale, Object... arguments) {
        Locale language = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT;
        for (String name : bundles) {
            ResourceBundle bundle =
                    ResourceBundle.getBundle(name, language, ProblemTexts.class.getClassLoader(), NO_FALLBACK);
            if (bundle.containsKey(key)) {
                return new MessageFormat(bundle.getString(key), locale).format(arguments);
            }
        }
        throw new MissingResourceException("no sentence for " + key + " in " + bundles, COMMON, key);
    }
}
