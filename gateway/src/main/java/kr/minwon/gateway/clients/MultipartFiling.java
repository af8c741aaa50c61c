package kr.minwon.gateway.clients;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** The multipart body of a filing with photos: the part {@code complaint} is its JSON, each {@code photos} a photo. */
public final class MultipartFiling {
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private MultipartFiling() {}

    /** The body; photos are read from where the upload was kept, not copied. */
    public static MultiValueMap<String, HttpEntity<?>> of(Filing filing, List<MultipartFile> photos) {
        // Not by MultipartBodyBuilder: it needs Reactive Streams, which this module does not have.
        MultiValueMap<String, HttpEntity<?>> body = new LinkedMultiValueMap<>();
        body.add("complaint", part(filing, MediaType.APPLICATION_JSON));
        add(photos, body);
        return body;
    }

    /** The body of what a resident supplies later: a text and photos. */
    public static MultiValueMap<String, HttpEntity<?>> answer(String text, List<MultipartFile> photos) {
        MultiValueMap<String, HttpEntity<?>> body = new LinkedMultiValueMap<>();
        body.add("text", part(text, PLAIN));
        add(photos, body);
        return body;
    }

    /** The body of what a resident adds: where it is, a text and photos. */
    public static MultiValueMap<String, HttpEntity<?>> details(
            String address, String text, List<MultipartFile> photos) {
        MultiValueMap<String, HttpEntity<?>> body = answer(text, photos);
        body.add("address", part(address, PLAIN));
        return body;
    }

    private static void add(List<MultipartFile> photos, MultiValueMap<String, HttpEntity<?>> body) {
        // What a browser says of a file is not believed; complaint-service looks into it.
        for (MultipartFile photo : photos) {
            body.add("photos", part(photo.getResource(), MediaType.APPLICATION_OCTET_STREAM));
        }
    }

    private static HttpEntity<?> part(Object content, MediaType type) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(type);
        return new HttpEntity<>(content, headers);
    }
}
