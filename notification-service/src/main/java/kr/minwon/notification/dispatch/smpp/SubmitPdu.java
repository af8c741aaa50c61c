package kr.minwon.notification.dispatch.smpp;

import java.io.IOException;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.dispatch.Provider.Submission;
import kr.minwon.notification.message.Content;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.OctetString;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.OptionalParameter.User_message_reference;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/**
 * A text as one submit_sm: EUC-KR or UCS-2, in {@code message_payload} when it is longer than a short_message may be, a
 * receipt asked for, our reference in {@code user_message_reference}.
 */
final class SubmitPdu {
    private static final byte UCS_2 = 8;
    private static final byte NO_PROTOCOL = 0;
    private static final byte NORMAL_PRIORITY = 1;

    private final SmppSettings settings;

    SubmitPdu(SmppSettings settings) {
        this.settings = settings;
    }

    /** Submits and answers the provider's message id. */
    String submit(SMPPSession session, Submission submission)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        byte[] octets = octets(submission);
        boolean isShort = octets.length <= settings.shortMessageBytes();
        User_message_reference reference = new User_message_reference((short) submission.reference());
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.NATIONAL,
                        NumberingPlanIndicator.ISDN,
                        submission.sender(),
                        TypeOfNumber.NATIONAL,
                        NumberingPlanIndicator.ISDN,
                        submission.phone(),
                        new ESMClass(),
                        NO_PROTOCOL,
                        NORMAL_PRIORITY,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new RawDataCoding(coding(submission)),
                        (byte) 0,
                        isShort ? octets : new byte[0],
                        isShort
                                ? new OptionalParameter[] {reference}
                                : new OptionalParameter[] {
                                    reference, new OctetString(Tag.MESSAGE_PAYLOAD.code(), octets)
                                })
                .getMessageId();
    }

    /** The subject, for which SMPP has no field, is the first line. */
    static byte[] octets(Submission submission) throws PDUException {
        String text = Content.headed(submission.subject(), submission.text());
        byte[] octets = switch (submission.encoding()) {
            case EUC_KR ->
                SmsText.encode(text).orElseThrow(() -> new PDUException("a character that EUC-KR does not have"));
            case UCS_2 ->
                SmsText.encodeWide(text).orElseThrow(() -> new PDUException("a character that no phone shows"));
        };
        if (octets.length > SmsText.LMS_BYTES) {
            throw new PDUException("more than " + SmsText.LMS_BYTES + " bytes");
        }
        return octets;
    }

    private byte coding(Submission submission) {
        return switch (submission.encoding()) {
            case EUC_KR -> (byte) settings.koreanDataCoding();
            case UCS_2 -> UCS_2;
        };
    }
}
