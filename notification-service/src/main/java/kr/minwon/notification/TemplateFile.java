package kr.minwon.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.minwon.notification.message.Templates;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

/** The templates and offices of a JSON file. */
final class TemplateFile {
    private record Content(List<Templates.Office> offices, List<Templates.Template> templates) {}

    private TemplateFile() {}

    static Templates read(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            Content content = JsonMapper.builder().build().readValue(in, Content.class);
            Map<String, Templates.Office> offices =
                    content.offices().stream().collect(Collectors.toMap(Templates.Office::id, Function.identity()));
            return new Templates(content.templates(), offices);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the templates " + resource.getDescription(), e);
        }
    }
}
