package kr.minwon.phonesimulator.smsc;

import java.io.IOException;
import kr.minwon.phonesimulator.delivery.DeliverPdu;
import kr.minwon.phonesimulator.delivery.Delivery;
import kr.minwon.phonesimulator.delivery.Receiver;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/**
 * One bound session.
 *
 * @param boundAt epoch milliseconds
 */
record Esme(SMPPServerSession session, String systemId, BindType bindType, long boundAt) implements Receiver {

    private static final int LONGEST_SHORT_MESSAGE = 254;
    private static final short MESSAGE_PAYLOAD = 0x0424;
    private static final byte[] NOTHING = {};

    boolean receives() {
        return bindType != BindType.BIND_TX;
    }

    @Override
    public boolean open() {
        return session.getSessionState().isBound();
    }

    @Override
    public boolean takes(Delivery delivery) {
        return delivery.systemId() == null || delivery.systemId().equals(systemId);
    }

    @Override
    public int deliver(Delivery delivery) throws DeliveryFailed {
        DeliverPdu pdu = delivery.pdu();
        boolean isLong = pdu.octets().length > LONGEST_SHORT_MESSAGE;
        int tlvs = pdu.tlvs().size();
        OptionalParameter[] parameters = new OptionalParameter[isLong ? tlvs + 1 : tlvs];
        for (int n = 0; n < tlvs; n++) {
            DeliverPdu.Tlv tlv = pdu.tlvs().get(n);
            parameters[n] = new OptionalParameter.OctetString((short) tlv.tag(), tlv.value());
        }
        if (isLong) {
            parameters[tlvs] = new OptionalParameter.OctetString(MESSAGE_PAYLOAD, pdu.octets());
        }
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.ISDN,
                    pdu.from(),
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.ISDN,
                    pdu.to(),
                    new ESMClass(pdu.esmClass()),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new RawDataCoding(pdu.dataCoding()),
                    isLong ? NOTHING : pdu.octets(),
                    parameters);
            return 0;
        } catch (NegativeResponseException e) {
            return e.getCommandStatus();
        } catch (PDUException | ResponseTimeoutException | InvalidResponseException | IOException e) {
            throw new DeliveryFailed(e);
        }
    }
}
