package kr.minwon.notification.dispatch.smpp;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import kr.minwon.notification.ReplyMeter;
import kr.minwon.notification.dispatch.Receipts;
import kr.minwon.notification.reply.InboundText;
import kr.minwon.notification.reply.Joining;
import kr.minwon.notification.reply.Piece;
import kr.minwon.notification.reply.Replies;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes from the SMSC on one session. A receipt is acknowledged when its effect is stored, so that the SMSC brings it again else. */
final class Incoming implements MessageReceiverListener {
    private static final Logger log = LoggerFactory.getLogger(Incoming.class);
    /** ESME_RX_T_APPN: not now, bring it again. */
    private static final int AGAIN = 0x64;

    private final ReceiptReader reader;
    private final Receipts receipts;
    private final Replies replies;
    private final Joining joining;
    private final MeterRegistry meters;
    private final Answered answered = new Answered();

    Incoming(ReceiptReader reader, Receipts receipts, Replies replies, Joining joining, MeterRegistry meters) {
        this.reader = reader;
        this.receipts = receipts;
        this.replies = replies;
        this.joining = joining;
        this.meters = meters;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
        if (!MessageType.SMSC_DEL_RECEIPT.containedIn(deliver.getEsmClass())) {
            heard(deliver);
            return;
        }
        Optional<Receipts.Notice> notice = reader.read(deliver);
        if (notice.isPresent() && !isTaken(notice.get())) {
            throw new ProcessRequestException("not now", AGAIN);
        }
    }

    private void heard(DeliverSm deliver) throws ProcessRequestException {
        try {
            Optional<Piece> piece = InboundReader.piece(deliver);
            Optional<Replies.Taken> taken =
                    piece.isPresent() ? joining.on(piece.get()) : Optional.of(whole(InboundReader.read(deliver)));
            taken.ifPresent(one -> ReplyMeter.count(meters, one));
        } catch (RuntimeException away) {
            log.warn("an inbound text cannot be taken now: {}", away.toString());
            throw new ProcessRequestException("not now", AGAIN);
        }
    }

    private Replies.Taken whole(InboundText text) {
        long since = System.nanoTime();
        String id = answered.idOf(text);
        Replies.Taken taken = replies.on(id == null ? text : text.withId(id));
        answered.answered(text, Duration.ofNanos(System.nanoTime() - since));
        return taken;
    }

    private boolean isTaken(Receipts.Notice notice) {
        try {
            return receipts.on(notice);
        } catch (RuntimeException away) {
            log.warn("a receipt cannot be stored now: {}", away.toString());
            return false;
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        log.debug("an alert_notification was passed over");
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not taken", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
