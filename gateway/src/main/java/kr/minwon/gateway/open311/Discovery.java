package kr.minwon.gateway.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.gateway.limits.ClientAddresses;
import kr.minwon.gateway.pages.OfficeDesk;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the endpoint says of itself. */
@Component
class Discovery {
    /** When what it offers changed last. */
    private static final String CHANGESET = "2026-11-30T09:00:00+09:00";

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    private final Open311Settings settings;
    private final OfficeDesk office;
    private final ClientAddresses addresses;

    Discovery(Open311Settings settings, OfficeDesk office, ClientAddresses addresses) {
        this.settings = settings;
        this.office = office;
        this.addresses = addresses;
    }

    Answer answer(HttpServletRequest request, Words words) {
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("specification", SPECIFICATION);
        endpoint.put("url", url(request));
        endpoint.put("changeset", CHANGESET);
        endpoint.put("type", "production");
        endpoint.put(
                "formats",
                new Answer.Many(
                        "format",
                        Arrays.stream(Format.values()).map(Format::mediaType).toList()));
        Map<String, Object> discovery = new LinkedHashMap<>();
        discovery.put("changeset", CHANGESET);
        discovery.put("contact", said(settings.contact(), contact(words)));
        discovery.put("key_service", said(settings.keyService(), words.text("open311.key-service")));
        discovery.put("endpoints", new Answer.Many("endpoint", List.of(endpoint)));
        return Answer.one("discovery", discovery);
    }

    private String contact(Words words) {
        String phone = office.phone();
        String name = office.name(words.locale());
        return phone == null ? name : name + " " + phone;
    }

    private String url(HttpServletRequest request) {
        String scheme = addresses.isSecure(request) ? "https" : "http";
        return said(settings.url(), scheme + "://" + request.getHeader("Host") + Resource.BASE);
    }

    private static String said(@Nullable String setting, String otherwise) {
        return setting == null || setting.isBlank() ? otherwise : setting;
    }
}
