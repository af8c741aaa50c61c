package kr.minwon.notification;

import kr.minwon.notification.message.Templates;
import org.springframework.core.io.ClassPathResource;

/** What the service brings along. */
public final class Seeded {
    private Seeded() {}

    public static Templates templates() {
        return TemplateFile.read(new ClassPathResource("notification/templates.json"));
    }
}
