package kr.minwon.notification.message;

/**
 * What a message says, made once when it is stored and never again.
 *
 * @param templateVersion the template it was made from, such as {@code received-ko-1}
 */
public record Content(String text, Encoding encoding, String templateVersion) {}
