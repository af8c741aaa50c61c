package kr.minwon.phonesimulator.web;

import kr.minwon.phonesimulator.delivery.Inbound;
import kr.minwon.phonesimulator.message.Encoding;
import kr.minwon.phonesimulator.message.Message;
import kr.minwon.phonesimulator.message.PhoneNumber;

/**
 * A message on a phone's screen.
 *
 * @param mine the phone's owner wrote it
 * @param peer who it is from, or for
 * @param written the same as people write it
 * @param detail encoding and length, for people who test
 */
record Bubble(
        boolean mine,
        String peer,
        String written,
        String text,
        long at,
        String day,
        String time,
        String iso,
        String detail) {

    static Bubble of(Message message) {
        String code = message.alimtalk();
        String detail = code == null
                ? detail(message.encoding(), message.text(), message.parts())
                : "알림톡 · " + code + " · " + message.text().length() + "자";
        return of(false, message.from(), message.text(), message.receivedAt(), detail);
    }

    static Bubble of(Inbound inbound) {
        String detail = detail(inbound.encoding(), inbound.text(), 1);
        return of(true, inbound.to(), inbound.text(), inbound.sentAt(), detail);
    }

    private static Bubble of(boolean mine, String peer, String text, long at, String detail) {
        return new Bubble(
                mine,
                peer,
                PhoneNumber.written(peer),
                shown(text),
                at,
                SeoulTime.day(at),
                SeoulTime.time(at),
                SeoulTime.iso(at),
                detail);
    }

    private static String detail(Encoding encoding, String text, int parts) {
        String bytes =
                encoding.encode(text).map(octets -> octets.length + "바이트").orElse("깨진 글자 있음");
        return encoding.label() + " · " + bytes + (parts > 1 ? " · " + parts + "조각" : "");
    }

    /** Control characters as their pictures: HTML has no place for them. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean control = character < ' ' && character != '\n' && character != '\t';
            shown.append(control ? (char) ('\u2400' + character) : character == '\u007F' ? '\u2421' : character);
        }
        return shown.toString();
    }
}
