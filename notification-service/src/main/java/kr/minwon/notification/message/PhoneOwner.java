package kr.minwon.notification.message;

import java.util.Optional;

/** Whose a sealed phone is, without the number. */
@FunctionalInterface
public interface PhoneOwner {
    /** The owner's identity; empty when the phone cannot be opened with the keys there are, which the hand-over says. */
    Optional<String> of(String sealedPhone);
}
