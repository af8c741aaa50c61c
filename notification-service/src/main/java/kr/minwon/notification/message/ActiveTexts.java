package kr.minwon.notification.message;

import java.util.Optional;

/** The texts that offices approved for themselves; they go before those the product brings along. */
@FunctionalInterface
public interface ActiveTexts {
    /** No office has any. */
    ActiveTexts NONE = (officeId, step, language, channel) -> Optional.empty();

    /** The text that is active now, or was a few seconds ago. */
    Optional<Template> find(String officeId, Step step, String language, Channel channel);
}
