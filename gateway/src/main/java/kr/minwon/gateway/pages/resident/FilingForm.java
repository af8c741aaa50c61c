package kr.minwon.gateway.pages.resident;

import java.util.List;
import kr.minwon.gateway.clients.Filing;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.RequestKeys;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A complaint as it was typed.
 *
 * @param key tells this form sent twice from two forms
 * @param warned {@code yes} once the writer has been told of personal data in what will be public
 */
record FilingForm(
        @Nullable String key,
        @Nullable String warned,
        @Nullable String title,
        @Nullable String body,
        @Nullable String category,
        @Nullable String address,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String smsConsent,
        @Nullable String isPublic,
        @Nullable List<MultipartFile> photos) {
    static final List<String> FIELDS =
            List.of("title", "body", "category", "address", "photos", "name", "phone", "smsConsent");

    static FilingForm empty() {
        return new FilingForm(RequestKeys.next(), null, null, null, null, null, null, null, null, null, null);
    }

    /** The same with a key of ours. */
    FilingForm keyed(@Nullable String otherKey) {
        return new FilingForm(
                RequestKeys.orNext(otherKey),
                warned,
                title,
                body,
                category,
                address,
                name,
                phone,
                smsConsent,
                isPublic,
                photos);
    }

    /** The photos that were chosen; a field left empty sends a nameless one of no bytes. */
    List<MultipartFile> chosenPhotos() {
        return photos == null
                ? List.of()
                : photos.stream().filter(photo -> !photo.isEmpty()).toList();
    }

    boolean toBePublic() {
        return "true".equals(isPublic);
    }

    /** What must be there and is not: said here at once, because a service would take some of it for granted. */
    FormErrors missing(Words words) {
        FormErrors errors = new FormErrors();
        require(errors, "title", title, words);
        require(errors, "body", body, words);
        require(errors, "category", category, words);
        require(errors, "name", name, words);
        require(errors, "phone", phone, words);
        require(errors, "smsConsent", smsConsent, words);
        return errors;
    }

    private static void require(FormErrors errors, String field, @Nullable String value, Words words) {
        if (value == null || value.isBlank()) {
            errors.add(field, words.text("new.missing." + field));
        }
    }

    /** @param language of the page that it was typed in */
    Filing filing(String language) {
        return new Filing(
                null,
                title,
                body,
                category,
                address == null || address.isBlank() ? null : new Filing.Location(null, null, address),
                new Filing.Reporter(name, phone),
                "true".equals(smsConsent),
                toBePublic(),
                language,
                null);
    }

    /** The field of the page that a field of the API is. */
    static String pageField(String apiField) {
        if (apiField.startsWith("photos")) {
            return "photos";
        }
        return switch (apiField) {
            case "reporter.name" -> "name";
            case "reporter", "reporter.phone" -> "phone";
            case "location", "location.address" -> "address";
            default -> apiField;
        };
    }

    /** What was typed stays out of logs. */
    @Override
    public String toString() {
        return "FilingForm[sealed]";
    }
}
