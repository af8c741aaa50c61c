package kr.minwon.phonesimulator.smsc;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import kr.minwon.phonesimulator.delivery.Dispatcher;
import kr.minwon.phonesimulator.delivery.ReceiptDelivery;
import kr.minwon.phonesimulator.fault.FaultBoard;
import kr.minwon.phonesimulator.fault.Faults;
import kr.minwon.phonesimulator.fault.Verdict;
import kr.minwon.phonesimulator.message.Encoding;
import kr.minwon.phonesimulator.message.MessageIds;
import kr.minwon.phonesimulator.message.MessageLog;
import kr.minwon.phonesimulator.message.Outcome;
import kr.minwon.phonesimulator.message.PhoneNumber;
import kr.minwon.phonesimulator.message.Receipt;
import kr.minwon.phonesimulator.message.ReceiptState;
import kr.minwon.phonesimulator.message.Submit;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/** Takes each submit_sm: judges it, records it with the receipt it is owed, and only then answers. */
public final class Intake {

    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);
    private static final int RECEIPT_ALWAYS = 1;
    private static final int RECEIPT_ON_FAILURE = 2;
    private static final int RECEIPT_FIRST_SECONDS = 1;

    private final AtomicLong ids;
    private final MessageLog log;
    private final FaultBoard faults;
    private final Dispatcher dispatcher;
    private final Clock clock;
    private final MessageIds style;
    private final Encoding defaultAlphabet;

    /** An intake whose message ids begin at the clock, so that no restart gives one twice. */
    public Intake(
            MessageLog log,
            FaultBoard faults,
            Dispatcher dispatcher,
            Clock clock,
            MessageIds style,
            Encoding defaultAlphabet) {
        this.ids = new AtomicLong(clock.millis() * 1000);
        this.log = log;
        this.faults = faults;
        this.dispatcher = dispatcher;
        this.clock = clock;
        this.style = style;
        this.defaultAlphabet = defaultAlphabet;
    }

    SubmitSmResult take(SubmitSm pdu, String systemId) throws ProcessRequestException {
        ReadSubmit read = ReadSubmit.of(pdu, defaultAlphabet);
        String to = PhoneNumber.of(pdu.getDestAddress()).orElse("");
        Verdict verdict = faults.judge(to);
        int refusal = read.refusal() != 0 ? read.refusal() : verdict.rejectStatus();
        Faults now = faults.current();
        long id = ids.incrementAndGet();
        Integer reference = now.forgetReference() ? null : read.userMessageReference();
        Receipt receipt = refusal == 0 ? owed(pdu, to, id, now) : null;
        Submit submit = submit(pdu, systemId, read, id, refusal, verdict, reference, receipt);
        log.record(submit);
        if (refusal != 0) {
            throw new ProcessRequestException("refused", refusal);
        }
        return answer(submit, now);
    }

    private Submit submit(
            SubmitSm pdu,
            String systemId,
            ReadSubmit read,
            long id,
            int refusal,
            Verdict verdict,
            @Nullable Integer reference,
            @Nullable Receipt receipt) {
        return new Submit(
                style.answered(id),
                systemId,
                pdu.getSequenceNumber(),
                pdu.getSourceAddr() == null ? "" : pdu.getSourceAddr(),
                pdu.getDestAddress(),
                pdu.getDataCoding() & 0xFF,
                read.encoding(),
                read.octets().length,
                read.text() == null ? null : read.text().text(),
                read.body(),
                read.part(),
                pdu.getEsmClass() & 0xFF,
                pdu.getRegisteredDelivery() & 0xFF,
                reference,
                read.tlvs(),
                clock.millis(),
                refusal != 0 ? Outcome.REJECTED : verdict.unanswered() ? Outcome.DROPPED : Outcome.ACCEPTED,
                refusal == 0 ? null : "0x%08X".formatted(refusal),
                receipt,
                null,
                null);
    }

    private @Nullable Receipt owed(SubmitSm pdu, String to, long id, Faults now) {
        int wanted = pdu.getRegisteredDelivery() & 0x03;
        ReceiptState state = now.receiptStateFor(to);
        boolean owed = wanted == RECEIPT_ALWAYS || (wanted == RECEIPT_ON_FAILURE && state != ReceiptState.DELIVRD);
        if (!owed || now.noReceipt()) {
            return null;
        }
        // before the answer means now, however late other receipts are
        long delay = now.receiptBeforeAnswer() ? 0 : now.receiptDelayMs();
        return new Receipt(Long.toString(id), state, clock.millis() + delay, now.receiptTwice() ? 2 : 1);
    }

    private SubmitSmResult answer(Submit submit, Faults now) throws ProcessRequestException {
        Receipt receipt = submit.receipt();
        CompletableFuture<Void> before = NOTHING;
        Runnable afterwards = () -> {};
        if (receipt != null) {
            ReceiptDelivery delivery = ReceiptDelivery.of(submit, receipt);
            if (now.receiptBeforeAnswer()) {
                before = delivery.settled()
                        .thenAccept(status -> {})
                        .completeOnTimeout(null, RECEIPT_FIRST_SECONDS, TimeUnit.SECONDS);
                dispatcher.schedule(delivery);
            } else {
                afterwards = () -> dispatcher.schedule(delivery);
            }
        }
        boolean unanswered = submit.outcome() == Outcome.DROPPED;
        OptionalParameter[] plan = {new AnswerPlan(unanswered, now.submitDelayMs(), before, afterwards)};
        try {
            return new SubmitSmResult(new MessageId(submit.messageId()), plan);
        } catch (PDUStringException e) {
            throw new IllegalStateException("a message id of ours is too long", e);
        }
    }
}
