package kr.minwon.complaint.complaint.web;

import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.photo.Photo;
import kr.minwon.complaint.photo.Photos;
import kr.minwon.problems.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands out the photos of a complaint, as pictures and nothing else. */
@Component
class Attachments {
    private final Photos photos;

    Attachments(Photos photos) {
        this.photos = photos;
    }

    ResponseEntity<byte[]> of(Complaint complaint, String attachmentId) {
        if (!complaint.photoIds().contains(attachmentId)) {
            throw new ProblemException(ComplaintProblems.ATTACHMENT_NOT_FOUND);
        }
        Photo photo = photos.find(attachmentId)
                .orElseThrow(() -> new ProblemException(ComplaintProblems.ATTACHMENT_NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", "inline; filename=\"" + photo.id() + ".jpg\"")
                .body(photo.jpeg());
    }
}
