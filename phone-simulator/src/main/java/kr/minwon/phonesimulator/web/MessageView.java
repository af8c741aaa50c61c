package kr.minwon.phonesimulator.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import kr.minwon.phonesimulator.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message as the API tells it.
 *
 * @param encoding EUC-KR, UCS-2, GSM-7 or LATIN-1
 * @param receivedAt ISO-8601 with milliseconds and +09:00
 * @param undecodable present and true when some octets were no character and show as U+FFFD
 * @param parts how many pieces it came in
 * @param alimtalk present when it came by KakaoTalk: the code of its template
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageView(
        String to,
        String from,
        String text,
        String encoding,
        String receivedAt,
        String messageId,
        @Nullable Integer userMessageReference,
        String systemId,
        int parts,
        @Nullable Boolean undecodable,
        @Nullable String alimtalk) {

    static MessageView of(Message message) {
        return new MessageView(
                message.to(),
                message.from(),
                message.text(),
                message.encoding().label(),
                SeoulTime.iso(message.receivedAt()),
                message.messageId(),
                message.userMessageReference(),
                message.systemId(),
                message.parts(),
                message.intact() ? null : true,
                message.alimtalk());
    }
}
