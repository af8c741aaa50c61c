package kr.minwon.notification.message;

import java.util.Optional;

/** What somebody was told last, and so what they answer when they text back. */
public final class LastText {
    /** Among so many of the latest one that went out is looked for. */
    private static final int MOST = 20;

    private final Messages messages;

    public LastText(Messages messages) {
        this.messages = messages;
    }

    /**
     * The latest text that went out to a phone, codes apart.
     *
     * @param phone 11 digits
     */
    public Optional<Message> to(String officeId, String phone) {
        return messages.ofPhone(officeId, phone, null, MOST).items().stream()
                .filter(one -> !(one.about() instanceof PhoneCheck))
                .filter(one -> one.progress().sentAt() != null)
                .findFirst();
    }
}
