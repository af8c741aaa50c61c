package kr.minwon.complaint.photo;

/** Why a file is not taken as a photo. */
public enum PhotoRefusal {
    /** Its content is no JPEG, PNG, WebP or GIF, whatever its name says. */
    NOT_AN_IMAGE,
    /** More pixels than are decoded here. */
    TOO_LARGE,
    /** It begins like an image and cannot be read to its end. */
    UNREADABLE
}
