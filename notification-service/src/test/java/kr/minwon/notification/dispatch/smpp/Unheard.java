package kr.minwon.notification.dispatch.smpp;

import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** Takes what an SMSC brings, and does nothing about it. */
final class Unheard implements MessageReceiverListener {
    @Override
    public void onAcceptDeliverSm(DeliverSm deliverSm) {
        // nothing to do
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alertNotification) {
        // nothing to do
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) {
        throw new UnsupportedOperationException("no data_sm comes");
    }
}
