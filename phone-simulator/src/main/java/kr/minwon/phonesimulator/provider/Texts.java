package kr.minwon.phonesimulator.provider;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import kr.minwon.phonesimulator.delivery.Dispatcher;
import kr.minwon.phonesimulator.delivery.ReceiptDelivery;
import kr.minwon.phonesimulator.delivery.ReceiptPosts;
import kr.minwon.phonesimulator.fault.FaultBoard;
import kr.minwon.phonesimulator.fault.Faults;
import kr.minwon.phonesimulator.fault.Verdict;
import kr.minwon.phonesimulator.message.Encoding;
import kr.minwon.phonesimulator.message.MessageLog;
import kr.minwon.phonesimulator.message.Outcome;
import kr.minwon.phonesimulator.message.PhoneNumber;
import kr.minwon.phonesimulator.message.Receipt;
import kr.minwon.phonesimulator.message.ReceiptState;
import kr.minwon.phonesimulator.message.Submit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes texts over HTTP: judged by the faults in force, recorded with the receipt they are owed, then answered. */
@Component
class Texts {

    static final int SMS_BYTES = 90;
    static final int LMS_BYTES = 2_000;
    static final int MOST_LISTED = 100;
    /** Phones whose numbers end so have no KakaoTalk, and those who take 알림톡 know. */
    private static final String WITHOUT_KAKAO_TALK = "98";
    /** Phones whose numbers end so get no 알림톡 either; that is found only after it was taken. */
    private static final String FAILS_LATER = "99";

    private static final int ALIMTALK_CHARACTERS = 1_000;
    private static final int THROTTLED = 0x58;

    private final AtomicLong ids;
    private final MessageLog log;
    private final FaultBoard faults;
    private final Dispatcher dispatcher;
    private final ReceiptPosts posts;
    private final Clock clock;

    Texts(MessageLog log, FaultBoard faults, Dispatcher dispatcher, ReceiptPosts posts, Clock clock) {
        // as wide as a millisecond, so that no restart gives one twice and SMPP's wider ones are never met
        this.ids = new AtomicLong(clock.millis());
        this.log = log;
        this.faults = faults;
        this.dispatcher = dispatcher;
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * A text as it came.
     *
     * @param provider the name that stands as system id in the log
     * @param isLong whether it came as LMS
     * @param reference what the client calls it; empty when the provider has no field for it
     * @param alimtalk the code of the template that it is as 알림톡; null for a text
     */
    record Incoming(
            String provider,
            String from,
            String to,
            String text,
            boolean isLong,
            @Nullable String subject,
            String reference,
            @Nullable String alimtalk) {
        /** A text. */
        Incoming(
                String provider,
                String from,
                String to,
                String text,
                boolean isLong,
                @Nullable String subject,
                String reference) {
            this(provider, from, to, text, isLong, subject, reference, null);
        }

        private Encoding encoding() {
            return alimtalk == null ? Encoding.EUC_KR : Encoding.UCS_2;
        }

        /** KakaoTalk takes it and finds later that the phone has none. */
        private boolean isUndelivered() {
            return alimtalk != null && to.endsWith(FAILS_LATER);
        }
    }

    /** Why a text cannot be; null when it can. */
    static @Nullable String wrong(Incoming incoming) {
        if (incoming.alimtalk() != null) {
            boolean tooMuch = incoming.text().length() > ALIMTALK_CHARACTERS;
            return tooMuch
                    ? "length"
                    : PhoneNumber.of(incoming.to()).isEmpty()
                            ? "phone"
                            : incoming.to().endsWith(WITHOUT_KAKAO_TALK) ? "kakao" : null;
        }
        Optional<byte[]> octets = Encoding.EUC_KR.encode(incoming.text());
        if (octets.isEmpty()) {
            return "encoding";
        }
        boolean tooLong = octets.get().length > (incoming.isLong() ? LMS_BYTES : SMS_BYTES);
        boolean noPhone = PhoneNumber.of(incoming.to()).isEmpty();
        return tooLong ? "length" : noPhone ? "phone" : incoming.from().isBlank() ? "sender" : null;
    }

    /**
     * Takes a text.
     *
     * @param id makes the provider's id of a number
     * @param accepted what is answered for an id
     * @param rejected what is answered when a fault rejects it
     */
    Taken take(
            Incoming incoming,
            Function<String, String> id,
            Function<String, Reply> accepted,
            Supplier<Reply> rejected) {
        String to = PhoneNumber.of(incoming.to()).orElse("");
        Verdict verdict = faults.judge(to);
        boolean refused = verdict.rejectStatus() != 0;
        String given = id.apply(Long.toString(ids.incrementAndGet()));
        Submit submit = submit(incoming, given, verdict, refused ? null : owed(given, to, incoming));
        log.record(submit);
        Receipt receipt = submit.receipt();
        if (receipt != null && posts.reach(incoming.provider())) {
            dispatcher.schedule(ReceiptDelivery.of(submit, receipt));
        }
        return new Taken(
                refused ? rejected.get() : accepted.apply(given),
                verdict.rejectStatus() == THROTTLED,
                verdict.unanswered());
    }

    private Submit submit(Incoming incoming, String id, Verdict verdict, @Nullable Receipt receipt) {
        boolean refused = verdict.rejectStatus() != 0;
        return new Submit(
                id,
                incoming.provider(),
                0,
                incoming.from(),
                incoming.to(),
                incoming.encoding().dataCoding(),
                incoming.encoding(),
                incoming.encoding()
                        .encode(incoming.text())
                        .map(octets -> octets.length)
                        .orElse(0),
                incoming.text(),
                null,
                null,
                0,
                1,
                null,
                Map.of(),
                clock.millis(),
                refused ? Outcome.REJECTED : verdict.unanswered() ? Outcome.DROPPED : Outcome.ACCEPTED,
                refused ? "0x%08X".formatted(verdict.rejectStatus()) : null,
                receipt,
                incoming.reference(),
                incoming.alimtalk());
    }

    private @Nullable Receipt owed(String id, String to, Incoming incoming) {
        Faults now = faults.current();
        return now.noReceipt()
                ? null
                : new Receipt(
                        id,
                        incoming.isUndelivered() ? ReceiptState.UNDELIV : now.receiptStateFor(to),
                        clock.millis() + now.receiptDelayMs(),
                        now.receiptTwice() ? 2 : 1);
    }

    /** What is known under a provider's id. */
    Optional<Submit> byId(String id) {
        return log.overHttp(id);
    }

    /** What went to a phone by way of a provider, in that time, oldest first. */
    List<Submit> to(String provider, String phone, long from, long until) {
        return PhoneNumber.of(phone).stream()
                .flatMap(number -> log.overHttpTo(number, MOST_LISTED).stream())
                .filter(submit -> submit.systemId().equals(provider))
                .filter(submit -> submit.receivedAt() >= from && submit.receivedAt() <= until)
                .toList();
    }

    /** What became of it; nothing while it is on its way. */
    Optional<ReceiptState> result(Submit submit) {
        Receipt receipt = submit.receipt();
        return receipt == null || receipt.dueAt() > clock.millis() ? Optional.empty() : Optional.of(receipt.state());
    }
}
