package kr.minwon.notification.smpp;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Provider;
import kr.minwon.notification.message.Receipt;
import kr.minwon.notification.message.Receipts;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider behind SMPP 3.4. One text is one submit_sm: EUC-KR where it fits, UCS-2 where it does not, in
 * {@code message_payload} when it is longer than a short_message may be.
 */
final class SmppProvider implements Provider, AutoCloseable {
    static final String NAME = "smpp";

    private static final Logger log = LoggerFactory.getLogger(SmppProvider.class);
    private static final int SHORT_MESSAGE_BYTES = 254;
    private static final byte UCS_2 = 8;
    private static final Duration BUSY_PAUSE = Duration.ofMillis(500);

    private final SmppSettings settings;
    private final SmppLink link;
    private final Receipts receipts;
    private final CircuitBreaker breaker;
    private final RateLimiter limiter;
    private final Clock clock;

    SmppProvider(SmppSettings settings, Receipts receipts, CircuitBreaker breaker, RateLimiter limiter, Clock clock) {
        this.settings = settings;
        this.receipts = receipts;
        this.breaker = breaker;
        this.limiter = limiter;
        this.clock = clock;
        this.link = new SmppLink(settings, this::onDeliver);
    }

    void start() {
        link.start();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isReady() {
        return link.bound().isPresent()
                && breaker.getState() != CircuitBreaker.State.OPEN
                && breaker.getState() != CircuitBreaker.State.FORCED_OPEN;
    }

    @Override
    public Handover submit(String messageId, String sender, String phone, String text) {
        Optional<SMPPSession> session = link.bound();
        if (session.isEmpty()) {
            return new Handover.Busy("not bound", BUSY_PAUSE);
        }
        if (!breaker.tryAcquirePermission()) {
            return new Handover.Busy("breaker open", BUSY_PAUSE);
        }
        if (!limiter.acquirePermission()) {
            breaker.releasePermission();
            return new Handover.Busy("rate limit", BUSY_PAUSE);
        }
        long began = System.nanoTime();
        Handover outcome = hand(session.get(), messageId, sender, phone, text);
        long took = System.nanoTime() - began;
        switch (outcome) {
            case Handover.Accepted accepted -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            // A refusal of this one text says nothing of the provider's health.
            case Handover.Refused refused -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            // Throttling is health: going slower is what is asked, not going away.
            case Handover.Busy busy -> breaker.releasePermission();
            case Handover.Unknown unknown ->
                breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(unknown.reason()));
        }
        return outcome;
    }

    private Handover hand(SMPPSession session, String messageId, String sender, String phone, String text) {
        Optional<byte[]> korean = SmsText.encode(text);
        byte[] bytes = korean.orElseGet(() -> text.getBytes(StandardCharsets.UTF_16BE));
        byte coding = korean.isPresent() ? (byte) settings.koreanDataCoding() : UCS_2;
        boolean isShort = bytes.length <= SHORT_MESSAGE_BYTES;
        OptionalParameter reference = new OptionalParameter.User_message_reference((short) messageId.hashCode());
        OptionalParameter[] parameters = isShort
                ? new OptionalParameter[] {reference}
                : new OptionalParameter[] {
                    reference, new OptionalParameter.OctetString(OptionalParameter.Tag.MESSAGE_PAYLOAD.code(), bytes)
                };
        try {
            String id = session.submitShortMessage(
                            "",
                            TypeOfNumber.NATIONAL,
                            NumberingPlanIndicator.ISDN,
                            sender,
                            TypeOfNumber.NATIONAL,
                            NumberingPlanIndicator.ISDN,
                            phone,
                            new ESMClass(),
                            (byte) 0,
                            (byte) 1,
                            null,
                            null,
                            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            new RawDataCoding(coding),
                            (byte) 0,
                            isShort ? bytes : new byte[0],
                            parameters)
                    .getMessageId();
            return new Handover.Accepted(canonical(id, settings.hexIds()));
        } catch (NegativeResponseException refused) {
            return refusal(refused.getCommandStatus());
        } catch (PDUException neverSent) {
            return new Handover.Refused("cannot be written as a submit_sm: " + neverSent.getMessage());
        } catch (ResponseTimeoutException late) {
            return new Handover.Unknown(
                    "no answer within " + settings.answerWithin().toSeconds() + " s");
        } catch (InvalidResponseException garbage) {
            return new Handover.Unknown("an answer that cannot be read");
        } catch (IOException lost) {
            return wasNeverSent(lost)
                    ? new Handover.Busy("not bound", BUSY_PAUSE)
                    : new Handover.Unknown("the connection was lost during the hand-over");
        }
    }

    /** jsmpp refuses by this message before it writes anything. */
    private static boolean wasNeverSent(IOException lost) {
        String message = lost.getMessage();
        return message != null && message.startsWith("Cannot ");
    }

    private static Handover refusal(int status) {
        String reason = String.format(Locale.ROOT, "0x%08X", status);
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL ->
                new Handover.Busy(reason, BUSY_PAUSE);
            case SMPPConstant.STAT_ESME_RSYSERR -> new Handover.Busy(reason, BUSY_PAUSE.multipliedBy(4));
            default -> new Handover.Refused(reason);
        };
    }

    private void onDeliver(DeliverSm deliver) {
        if (!MessageType.SMSC_DEL_RECEIPT.containedIn(deliver.getEsmClass())) {
            // Replies come with a later capability; the SMSC is told that it was taken.
            log.info("an inbound text was passed over");
            return;
        }
        try {
            DeliveryReceipt receipt = deliver.getShortMessageAsDeliveryReceipt();
            OptionalParameter.Receipted_message_id tlv =
                    deliver.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
            String id = tlv == null ? receipt.getId() : tlv.getValueAsString();
            String state = String.valueOf(receipt.getFinalStatus());
            switch (state) {
                case "DELIVRD" ->
                    receipts.on(NAME, canonical(id, false), new Receipt(MessageState.DELIVERED, clock.instant(), null));
                case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" ->
                    receipts.on(
                            NAME,
                            canonical(id, false),
                            new Receipt(MessageState.FAILED, clock.instant(), state + " " + receipt.getError()));
                default -> log.debug("a receipt says {}, which ends nothing", state);
            }
        } catch (InvalidDeliveryReceiptException unreadable) {
            log.warn("a receipt cannot be read");
        }
    }

    /** Ids are compared in decimal without leading zeros where they are numbers, as they stand where they are not. */
    static String canonical(String id, boolean hex) {
        String stripped = id.strip();
        try {
            return hex
                    ? Long.toUnsignedString(Long.parseUnsignedLong(stripped, 16))
                    : Long.toUnsignedString(Long.parseUnsignedLong(stripped));
        } catch (NumberFormatException noNumber) {
            return stripped.toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void close() {
        link.close();
    }
}
