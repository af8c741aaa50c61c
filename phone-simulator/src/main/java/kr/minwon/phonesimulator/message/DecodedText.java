package kr.minwon.phonesimulator.message;

/**
 * A text as a phone shows it.
 *
 * @param intact false when some octets were no character and show as U+FFFD
 */
public record DecodedText(String text, boolean intact) {}
