package kr.minwon.phonesimulator.delivery;

import kr.minwon.phonesimulator.message.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * A message that a phone sent: a line of {@code inbound.jsonl}.
 *
 * @param from the phone, digits only
 * @param to the number it wrote to
 * @param systemId the ESME it is for; absent for whoever is bound
 * @param pieces how it is cut when it is long; absent for one deliver_sm
 * @param sentAt epoch milliseconds
 */
public record Inbound(
        String inboundId,
        String from,
        String to,
        String text,
        Encoding encoding,
        @Nullable String systemId,
        @Nullable InPieces pieces,
        long sentAt) {}
