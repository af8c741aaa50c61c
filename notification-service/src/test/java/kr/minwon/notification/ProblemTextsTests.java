package kr.minwon.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ProblemTextsTests {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("problems/notification-service", locale, EXACT);
    }

    @Test
    void everySentenceIsThereInBothLanguages() {
        ResourceBundle korean = bundle(Locale.ROOT);
        ResourceBundle english = bundle(Locale.ENGLISH);
        assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
        for (String key : korean.keySet()) {
            assertThat(korean.getString(key)).as(key).matches("(?s).*[가-힣].*");
            assertThat(english.getString(key)).as(key).doesNotContainPattern("[가-힣]");
        }
    }
}
