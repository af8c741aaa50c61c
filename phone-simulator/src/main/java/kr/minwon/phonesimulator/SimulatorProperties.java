package kr.minwon.phonesimulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kr.minwon.phonesimulator.message.Encoding;
import kr.minwon.phonesimulator.message.MessageIds;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the simulator is set up.
 *
 * @param portOffset added to the default ports, so that two instances never meet
 * @param smppPort SMPP port; 0 takes a free one; absent is 2775 + {@code portOffset}
 * @param smppAddress address the SMPP server listens on
 * @param directory where the journals are kept
 * @param fsync whether each line is forced to the disk: needed against a power cut, not against a kill
 * @param messageIds how {@code submit_sm_resp} writes message ids; receipts always write decimal
 * @param defaultAlphabet what data_coding 0, the "SMSC default alphabet", means here
 * @param accounts system ids and passwords that may bind; empty lets anyone bind
 * @param processors threads that read the PDUs of one session
 * @param queueCapacity PDUs of one session waiting for those threads; above it jsmpp answers throttled
 * @param deliveryWindow deliver_sm in flight to one session
 * @param deliveryRetry pause before a delivery that failed is tried again
 * @param transactionTimer how long an ESME may take to acknowledge a deliver_sm
 * @param maxSessions connections at once
 */
@ConfigurationProperties("simulator")
public record SimulatorProperties(
        @DefaultValue("0") int portOffset,
        @Nullable Integer smppPort,
        @DefaultValue("127.0.0.1") String smppAddress,
        @DefaultValue("data/phone") Path directory,
        @DefaultValue("false") boolean fsync,
        @DefaultValue("decimal") MessageIds messageIds,
        @DefaultValue("gsm-7") Encoding defaultAlphabet,
        @DefaultValue Map<String, String> accounts,
        @DefaultValue("4") int processors,
        @DefaultValue("10000") int queueCapacity,
        @DefaultValue("10") int deliveryWindow,
        @DefaultValue("5s") Duration deliveryRetry,
        @DefaultValue("10s") Duration transactionTimer,
        @DefaultValue("100") int maxSessions) {

    private static final int STANDARD_SMPP_PORT = 2775;

    private static final int STANDARD_WEB_PORT = 8090;

    /** The SMPP port to listen on; 0 for any free one. */
    public int portToListenOn() {
        return smppPort == null ? STANDARD_SMPP_PORT + portOffset : smppPort;
    }

    /** The web port when {@code server.port} does not say another. */
    public int standardWebPort() {
        return STANDARD_WEB_PORT + portOffset;
    }
}
