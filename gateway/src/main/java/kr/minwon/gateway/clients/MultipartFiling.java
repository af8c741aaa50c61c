package kr.minwon.gateway.clients;

import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** The multipart body of a filing with photos: the part {@code complaint} is its JSON, each {@code photos} a photo. */
public final class MultipartFiling {
    private MultipartFiling() {}

    /** The body; photos are read from where the upload was kept, not copied. */
    public static MultiValueMap<String, HttpEntity<?>> of(Filing filing, List<MultipartFile> photos) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("complaint", filing, MediaType.APPLICATION_JSON);
        for (MultipartFile photo : photos) {
            Resource bytes = photo.getResource();
            body.part("photos", bytes, contentType(photo));
        }
        return body.build();
    }

    private static MediaType contentType(MultipartFile photo) {
        return Optional.ofNullable(photo.getContentType())
                .filter(type -> type.startsWith("image/"))
                .map(MediaType::parseMediaType)
                .orElse(MediaType.APPLICATION_OCTET_STREAM);
    }
}
