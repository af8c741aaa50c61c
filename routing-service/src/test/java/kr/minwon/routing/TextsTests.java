package kr.minwon.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class TextsTests {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Test
    void everySentenceIsThereInBothLanguages() {
        ResourceBundle korean = ResourceBundle.getBundle("problems/routing-service", Locale.ROOT, EXACT);
        ResourceBundle english = ResourceBundle.getBundle("problems/routing-service", Locale.ENGLISH, EXACT);

        assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(english.keySet()).isEqualTo(korean.keySet());
        assertThat(korean.keySet()).allSatisfy(key -> {
            assertThat(korean.getString(key)).containsPattern("[가-힣]").doesNotContain("'");
            assertThat(english.getString(key)).doesNotContainPattern("[가-힣]").doesNotContain("'");
        });
    }
}
