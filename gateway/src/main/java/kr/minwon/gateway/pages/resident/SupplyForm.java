package kr.minwon.gateway.pages.resident;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a resident supplies or says, as it was typed.
 *
 * @param move {@code supply}, {@code more-time}, {@code agree} or {@code disagree}: which button was pressed
 */
record SupplyForm(
        @Nullable String key,
        @Nullable String move,
        @Nullable String text,
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

    boolean isEmpty() {
        return words().isEmpty() && chosenPhotos().isEmpty();
    }

    boolean isMove(String name) {
        return name.equals(move);
    }
}
