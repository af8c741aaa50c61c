package kr.minwon.gateway.pages.resident;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a resident supplies or says, as it was typed.
 *
 * @param move {@code supply}, {@code details}, {@code more-time}, {@code agree} or {@code disagree}: which button was
 *     pressed
 * @param address where it is, of what was filed by a text
 */
record SupplyForm(
        @Nullable String key,
        @Nullable String move,
        @Nullable String text,
        @Nullable String address,
        @Nullable List<MultipartFile> photos) {
    String words() {
        return text == null ? "" : text.strip();
    }

    /** The photos that were chosen; a field left empty sends a nameless one of no bytes. */
    List<MultipartFile> chosenPhotos() {
        return photos == null
                ? List.of()
                : photos.stream().filter(photo -> !photo.isEmpty()).toList();
    }

    String place() {
        return address == null ? "" : address.strip();
    }

    boolean isEmpty() {
        return words().isEmpty() && place().isEmpty() && chosenPhotos().isEmpty();
    }

    boolean isMove(String name) {
        return name.equals(move);
    }
}
