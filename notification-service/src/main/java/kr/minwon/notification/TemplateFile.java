package kr.minwon.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.minwon.koreansms.SenderNumber;
import kr.minwon.notification.message.Office;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.message.Template;
import kr.minwon.notification.message.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

/** The templates and offices of a JSON file. */
final class TemplateFile {
    private record OfficeEntry(
            String id,
            String name,
            String language,
            String sender,
            @Nullable Map<String, String> names) {}

    private record TemplateEntry(String office, String step, String language, String version, String text) {}

    private record Content(List<OfficeEntry> offices, List<TemplateEntry> templates) {}

    private TemplateFile() {}

    static Templates read(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            Content content = JsonMapper.builder().build().readValue(in, Content.class);
            return new Templates(
                    content.templates().stream().map(TemplateFile::template).toList(),
                    content.offices().stream().map(TemplateFile::office).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the templates " + resource.getDescription(), e);
        }
    }

    private static Template template(TemplateEntry entry) {
        Step step = Step.ofWireName(entry.step());
        return new Template(entry.office(), step, entry.language(), entry.version(), entry.text());
    }

    private static Office office(OfficeEntry entry) {
        return new Office(
                entry.id(),
                entry.name(),
                entry.language(),
                new SenderNumber(entry.sender()),
                Objects.requireNonNullElse(entry.names(), Map.of()));
    }
}
