package kr.minwon.phonesimulator.message;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as the phone that got it shows it; a long one is one message.
 *
 * @param to the phone's number, digits only
 * @param intact false when some octets were no character
 * @param receivedAt when its last piece came, in epoch milliseconds
 * @param messageId the id of its first piece
 * @param parts how many pieces it came in
 * @param alimtalk the code of its template when it came by KakaoTalk
 */
public record Message(
        String to,
        String from,
        String text,
        Encoding encoding,
        boolean intact,
        long receivedAt,
        String messageId,
        @Nullable Integer userMessageReference,
        String systemId,
        int parts,
        @Nullable String alimtalk) {

    /** The message of its pieces in their order, or of the one submit that it is. */
    static Message of(List<Submit> pieces) {
        Submit first = pieces.getFirst();
        Encoding encoding = first.encoding() == null ? Encoding.GSM_7 : first.encoding();
        DecodedText text = first.part() == null && first.text() != null
                ? new DecodedText(first.text(), first.body() == null)
                : joined(pieces, encoding);
        return new Message(
                PhoneNumber.of(first.to()).orElse(first.to()),
                first.from(),
                text.text(),
                encoding,
                text.intact(),
                pieces.stream().mapToLong(Submit::receivedAt).max().orElse(first.receivedAt()),
                first.messageId(),
                first.userMessageReference(),
                first.systemId(),
                pieces.size(),
                first.alimtalk());
    }

    private static DecodedText joined(List<Submit> pieces, Encoding encoding) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        // joined before they are decoded: a character may be cut between two pieces
        pieces.forEach(piece -> octets.writeBytes(piece.pieceOctets()));
        return encoding.decode(octets.toByteArray());
    }
}
