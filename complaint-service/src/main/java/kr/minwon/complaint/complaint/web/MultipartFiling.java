package kr.minwon.complaint.complaint.web;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kr.minwon.complaint.complaint.web.FileComplaintRequest.LocationRequest;
import kr.minwon.complaint.complaint.web.FileComplaintRequest.ReporterRequest;
import kr.minwon.complaint.photo.UploadedPhoto;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A filing as multipart: a part {@code complaint} of JSON, or flat fields as a page's form sends them, and parts
 * {@code photos}.
 */
final class MultipartFiling {
    private static final String COMPLAINT = "complaint";
    private static final String PHOTOS = "photos";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,3}(\\.[0-9]{1,17})?");

    private final Map<String, String> fields = new HashMap<>();
    private final List<UploadedPhoto> photos = new ArrayList<>();
    private final FieldErrors errors;
    private @Nullable FileComplaintRequest json;

    private MultipartFiling(FieldErrors errors) {
        this.errors = errors;
    }

    static MultipartFiling read(Collection<Part> parts, JsonMapper mapper, FieldErrors errors) throws IOException {
        MultipartFiling filing = new MultipartFiling(errors);
        for (Part part : parts) {
            String name = part.getName();
            if (name.equals(PHOTOS)) {
                filing.addPhoto(part);
            } else if (name.equals(COMPLAINT)) {
                try (InputStream body = part.getInputStream()) {
                    filing.json = mapper.readValue(body, FileComplaintRequest.class);
                }
            } else if (part.getSubmittedFileName() == null) {
                filing.fields.putIfAbsent(name, text(part));
            }
        }
        return filing;
    }

    List<UploadedPhoto> photos() {
        return photos;
    }

    FileComplaintRequest request() {
        FileComplaintRequest whole = json;
        return whole != null ? whole : flat();
    }

    private FileComplaintRequest flat() {
        return new FileComplaintRequest(
                field("officeId"),
                fields.get("title"),
                fields.get("body"),
                field("category"),
                LocationRequest.of(fields.get("address"), number("lat"), number("lng")),
                new ReporterRequest(fields.get("name"), fields.get("phone")),
                choice("smsConsent"),
                choice("isPublic"),
                field("language"),
                null);
    }

    /** A flat field; null when it is absent or blank. */
    @Nullable
    String field(String name) {
        String value = fields.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private @Nullable Double number(String name) {
        String value = field(name);
        if (value == null) {
            return null;
        }
        if (!NUMBER.matcher(value.strip()).matches()) {
            errors.add("location." + name, "wrong-kind");
            return null;
        }
        return Double.valueOf(value.strip());
    }

    /** A yes or no; null when it is absent. */
    @Nullable
    Boolean choice(String name) {
        String value = field(name);
        if (value == null) {
            return null;
        }
        return switch (value.strip()) {
            // What a page's check box sends, and what a machine does.
            case "on", "true", "1", "yes" -> true;
            case "off", "false", "0", "no" -> false;
            default -> {
                errors.add(name, "wrong-kind");
                yield null;
            }
        };
    }

    private void addPhoto(Part part) throws IOException {
        String fileName = part.getSubmittedFileName();
        // A page whose file field was left empty sends a part without a name and without content.
        if (part.getSize() > 0 || fileName != null && !fileName.isEmpty()) {
            photos.add(new UploadedPhoto(() -> bytes(part), digest(part)));
        }
    }

    private static byte[] bytes(Part part) {
        try (InputStream body = part.getInputStream()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] digest(Part part) throws IOException {
        try (DigestInputStream body =
                new DigestInputStream(part.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            body.transferTo(OutputStream.nullOutputStream());
            return body.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(Part part) throws IOException {
        try (InputStream body = part.getInputStream()) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemType.BROKEN_ENCODING);
        }
    }
}
