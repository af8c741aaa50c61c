package kr.minwon.complaint.complaint;

import java.util.List;
import kr.minwon.complaint.photo.UploadedPhoto;
import org.jspecify.annotations.Nullable;

/**
 * What a resident sent, checked and clear. Its text form says nothing of it, so that no log line ever does.
 *
 * @param phone 11 digits; empty where the reporter has none
 * @param note what whoever brings it for the resident tells the staff; null for nothing
 * @param language in which its resident wants to be told of it
 */
public record NewComplaint(
        String officeId,
        String title,
        String body,
        String category,
        @Nullable Location location,
        String name,
        String phone,
        boolean smsConsent,
        boolean isPublic,
        List<UploadedPhoto> photos,
        Language language,
        @Nullable String note) {
    public NewComplaint {
        photos = List.copyOf(photos);
    }

    /** Everything that makes two filings the same, in one digest. */
    public ContentDigest digest() {
        ContentDigest digest = new ContentDigest()
                .add("file")
                .add(officeId)
                .add(title)
                .add(body)
                .add(category)
                .add(location == null ? "" : location.toString())
                .add(name)
                .add(phone)
                .add(String.valueOf(smsConsent))
                .add(String.valueOf(isPublic));
        photos.forEach(photo -> digest.add(photo.digest()));
        if (language != Language.KOREAN) {
            // Filings from before there was a choice keep their digests.
            digest.add(language.wireName());
        }
        if (note != null) {
            digest.add("note").add(note);
        }
        return digest;
    }

    @Override
    public String toString() {
        return "NewComplaint[category=" + category + ", photos=" + photos.size() + "]";
    }
}
