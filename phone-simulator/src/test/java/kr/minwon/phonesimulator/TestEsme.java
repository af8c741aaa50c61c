package kr.minwon.phonesimulator;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;

/** A real jsmpp client session over TCP. */
public final class TestEsme implements AutoCloseable, MessageReceiverListener {

    public static final Charset EUC_KR = Charset.forName("EUC-KR");
    public static final String FROM = "0620000000";

    /** What reached the ESME, in the order it did. */
    public final BlockingQueue<DeliverSm> delivered = new LinkedBlockingQueue<>();

    private final SMPPSession session = new SMPPSession();
    private volatile int refuseWith;

    private TestEsme() {}

    public static TestEsme bind(int port) throws IOException {
        return bind(port, BindType.BIND_TRX, "minwon", "secret");
    }

    public static TestEsme bind(int port, BindType type, String systemId, String password) throws IOException {
        TestEsme esme = new TestEsme();
        esme.session.setTransactionTimer(5_000);
        esme.session.setPduProcessorDegree(20);
        esme.session.setMessageReceiverListener(esme);
        esme.session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        type, systemId, password, "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null));
        return esme;
    }

    public SMPPSession session() {
        return session;
    }

    public void transactionTimer(long millis) {
        session.setTransactionTimer(millis);
    }

    /** Answers each deliver_sm with this error from now on; 0 takes them. */
    public void refuseWith(int status) {
        refuseWith = status;
    }

    public String submit(String to, String text)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return submit(to, 14, text.getBytes(EUC_KR));
    }

    public String submit(String to, int dataCoding, byte[] octets, OptionalParameter... tlvs)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return submit(to, dataCoding, 0, 1, octets, tlvs);
    }

    public String submit(
            String to, int dataCoding, int esmClass, int registered, byte[] octets, OptionalParameter... tlvs)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.ISDN,
                        FROM,
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.ISDN,
                        to,
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(registered),
                        (byte) 0,
                        new RawDataCoding((byte) dataCoding),
                        (byte) 0,
                        octets,
                        tlvs)
                .getMessageId();
    }

    public DeliverSm next() throws InterruptedException {
        DeliverSm next = delivered.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was delivered within 10 s");
        }
        return next;
    }

    public List<DeliverSm> within(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
        List<DeliverSm> all = new ArrayList<>();
        delivered.drainTo(all);
        return all;
    }

    public static String text(DeliverSm pdu) {
        return new String(pdu.getShortMessage(), StandardCharsets.US_ASCII);
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
        if (refuseWith != 0) {
            throw new ProcessRequestException("refused by the test", refuseWith);
        }
        delivered.add(pdu);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification pdu) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("no data_sm", 3);
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }
}
