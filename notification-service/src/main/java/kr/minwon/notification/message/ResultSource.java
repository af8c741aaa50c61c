package kr.minwon.notification.message;

import java.util.Optional;

/** A provider that sends no receipts: it says what became of a text only when it is asked. */
public interface ResultSource {
    /** The name stored on messages. */
    String provider();

    /** What became of a text that it took; nothing while it is on its way, or the provider is away or answers nonsense. */
    Optional<Receipt> result(String providerMessageId);
}
