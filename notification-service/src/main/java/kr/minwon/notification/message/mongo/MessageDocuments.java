package kr.minwon.notification.message.mongo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.Alimtalk;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Digest;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.MailingPart;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.PhoneCheck;
import kr.minwon.notification.message.PhoneOwner;
import kr.minwon.notification.message.Progress;
import kr.minwon.notification.message.Subject;
import kr.minwon.notification.message.Urgency;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Messages to and from documents. The fields of background work exist only while there is work, so that their sparse
 * indexes hold nothing else.
 */
final class MessageDocuments implements DocumentMapping<Message> {
    /** There while a notice is queued: since when. */
    private static final String WAITING_SINCE = "waitingSince";
    /** There while one of a mailing is queued: {@code mailingId/recipient}. */
    static final String MAILING_KEY = "mailingKey";
    /** There while somebody has to decide: {@code office/sent at/id}, what the list of unknown ones is paged by. */
    static final String UNKNOWN_KEY = "unknownKey";
    /** There while its provider may be asked: {@code provider/sent at/id}. */
    static final String ASK_KEY = "askKey";
    /** There while its provider has it and may have to be asked what became of it: {@code provider/accepted at/id}. */
    static final String RESULT_KEY = "resultKey";
    /** {@code provider/reference} of each hand-over in doubt, by which a receipt may still be matched. */
    static final String REFERENCE_KEYS = "referenceKeys";
    /** {@code provider/identity of the phone} of each hand-over whose receipt cannot be matched by the provider's id. */
    static final String PHONE_KEYS = "phoneKeys";
    /** There once the provider has it: {@code provider/id}, what receipts are matched by. */
    static final String PROVIDER_KEY = "providerKey";
    /** {@code office/identity of the phone/queued at/id}: the texts of a phone. */
    static final String OF_PHONE = "ofPhone";
    /** There while it may be merged with others: {@code held until/office/identity of the phone/id}. */
    static final String MERGE_KEY = "mergeKey";
    /** The same of earlier hand-overs whose ids became known by their receipts. */
    static final String EARLIER_KEYS = "earlierKeys";

    private static final String SUBJECT = "subject";
    private static final String COMPLAINT = "complaintId";
    static final String OFFICE = "officeId";
    static final String STEP = "step";
    static final String QUEUED_AT = "queuedAt";
    static final String VERIFICATION = "verificationId";
    private static final String DIGEST = "digestId";
    private static final String PARTS = "parts";
    private static final String MAILING = "mailingId";
    private static final String PURPOSE = "purpose";
    private static final String ADVERTISING = "advertising";
    private static final String URGENT = "urgent";
    private static final String DEPARTMENT = "departmentId";
    private static final String TEXT = "text";
    private static final String ALIMTALK = "alimtalk";
    private static final String LOST = "lost";
    static final String NOT_BEFORE = "notBefore";
    private static final String VERSION = "version";
    static final String STATE = "state";
    /** The state of the latest hand-over, where that of the message is another. */
    static final String LATEST_STATE = "latestState";

    static final String EARLIER = "earlier";

    /** Of one width, so that they sort as texts. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final PhoneOwner owner;
    private final SealedWords words;
    private final Set<String> withoutReceipts;

    /** Seals words that only the phone may show. */
    interface SealedWords {
        String seal(String text);

        String open(String sealed);
    }

    /**
     * @param words seals the texts that carry a code
     * @param withoutReceipts providers that say only when asked what became of a text
     */
    MessageDocuments(PhoneOwner owner, SealedWords words, Set<String> withoutReceipts) {
        this.owner = owner;
        this.words = words;
        this.withoutReceipts = Set.copyOf(withoutReceipts);
    }

    /** The field of those that wait, by how soon they are wanted: each kind is looked for by itself. */
    static String waitingSince(Urgency urgency) {
        return switch (urgency) {
            case CODE -> "codeSince";
            case URGENT -> "urgentSince";
            case ALERT -> "alertSince";
            case NOTICE -> WAITING_SINCE;
            case BULK -> "bulkSince";
        };
    }

    @Override
    public Message read(Document document) {
        Subject about = about(document);
        String text = document.getString(TEXT);
        String latest = document.getString(LATEST_STATE);
        return new Message(
                document.getString("_id"),
                document.get(VERSION, Number.class).longValue(),
                about,
                document.getString(STEP),
                document.getString("recipient"),
                document.getString("phone"),
                new Content(
                        about instanceof PhoneCheck ? words.open(text) : text,
                        Encoding.of(document.getString("encoding")),
                        document.getString("template"),
                        document.getString(SUBJECT),
                        alimtalk(document.get(ALIMTALK, Document.class)),
                        document.getList(LOST, String.class, List.of())),
                document.getString("previous"),
                instant(document, "eventAt"),
                instant(document, QUEUED_AT),
                AttemptDocuments.instant(document, NOT_BEFORE),
                document.getString("traceparent"),
                AttemptDocuments.read(document, MessageState.of(latest == null ? document.getString(STATE) : latest)),
                document.getList(EARLIER, Document.class, List.of()).stream()
                        .map(one -> AttemptDocuments.read(one, MessageState.of(one.getString(STATE))))
                        .toList());
    }

    private static @Nullable Alimtalk alimtalk(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        Map<String, String> values = new TreeMap<>();
        document.get("values", new Document()).forEach((name, value) -> values.put(name, String.valueOf(value)));
        return new Alimtalk(
                document.getString("profile"),
                document.getString("code"),
                document.getString("template"),
                values,
                document.getString(TEXT));
    }

    private static void append(Document document, @Nullable Alimtalk alimtalk) {
        if (alimtalk != null) {
            document.append(
                    ALIMTALK,
                    new Document("profile", alimtalk.profile())
                            .append("code", alimtalk.code())
                            .append("template", alimtalk.templateVersion())
                            .append("values", new Document(new TreeMap<>(alimtalk.values())))
                            .append(TEXT, alimtalk.text()));
        }
    }

    private static Subject about(Document document) {
        String office = document.getString(OFFICE);
        String digest = document.getString(DIGEST);
        if (digest != null) {
            return new Digest(
                    digest,
                    office,
                    document.getList(PARTS, Document.class).stream()
                            .map(one -> new Digest.Part(
                                    one.getString("messageId"),
                                    one.getString(COMPLAINT),
                                    one.getString("receiptNumber"),
                                    one.getString("step")))
                            .toList());
        }
        String mailing = document.getString(MAILING);
        if (mailing != null) {
            return new MailingPart(
                    mailing,
                    office,
                    document.getString(PURPOSE),
                    document.getBoolean(ADVERTISING, false),
                    document.getBoolean(URGENT, false),
                    document.getString(DEPARTMENT));
        }
        String verification = document.getString(VERIFICATION);
        return verification == null
                ? new About(document.getString(COMPLAINT), office, document.getString("receiptNumber"))
                : new PhoneCheck(verification, office);
    }

    private static Document written(Subject about) {
        return switch (about) {
            case About one ->
                new Document(COMPLAINT, one.complaintId())
                        .append(OFFICE, one.officeId())
                        .append("receiptNumber", one.receiptNumber());
            case PhoneCheck one -> new Document(VERIFICATION, one.id()).append(OFFICE, one.officeId());
            case Digest one ->
                new Document(DIGEST, one.id())
                        .append(OFFICE, one.officeId())
                        .append(
                                PARTS,
                                one.parts().stream()
                                        .map(part -> new Document("messageId", part.messageId())
                                                .append(COMPLAINT, part.complaintId())
                                                .append("receiptNumber", part.receiptNumber())
                                                .append("step", part.step()))
                                        .toList());
            case MailingPart one -> {
                Document part = new Document(MAILING, one.id())
                        .append(OFFICE, one.officeId())
                        .append(PURPOSE, one.purpose())
                        .append(ADVERTISING, one.advertising());
                AttemptDocuments.append(part, DEPARTMENT, one.departmentId());
                yield one.urgent() ? part.append(URGENT, true) : part;
            }
        };
    }

    @Override
    public Document write(Message message) {
        String text = message.content().text();
        Document document = written(message.about())
                .append(STEP, message.step())
                .append("recipient", message.recipient())
                .append("phone", message.sealedPhone())
                .append(TEXT, message.about() instanceof PhoneCheck ? words.seal(text) : text)
                .append("encoding", message.content().encoding().label())
                .append("template", message.content().templateVersion())
                .append("eventAt", Date.from(message.eventAt()))
                .append(QUEUED_AT, Date.from(message.queuedAt()))
                .append(STATE, message.state().wireName());
        AttemptDocuments.append(document, SUBJECT, message.content().subject());
        append(document, message.content().alimtalk());
        if (!message.content().lost().isEmpty()) {
            document.append(LOST, message.content().lost());
        }
        AttemptDocuments.append(document, "previous", message.previous());
        AttemptDocuments.append(document, NOT_BEFORE, message.notBefore());
        AttemptDocuments.append(document, "traceparent", message.traceparent());
        if (message.progress().state() != message.state()) {
            document.append(LATEST_STATE, message.progress().state().wireName());
        }
        AttemptDocuments.write(message.progress(), document);
        if (!message.earlier().isEmpty()) {
            document.append(
                    EARLIER,
                    message.earlier().stream().map(MessageDocuments::earlier).toList());
        }
        writeWork(message, document);
        return document;
    }

    private static Document earlier(Progress attempt) {
        Document document = new Document(STATE, attempt.state().wireName());
        AttemptDocuments.write(attempt, document);
        return document;
    }

    private void writeWork(Message message, Document document) {
        owner.of(message.sealedPhone()).ifPresent(whose -> {
            String phone = key(message.about().officeId(), whose);
            document.append(OF_PHONE, phone + "/" + moment(message.queuedAt()) + "/" + message.id());
            if (message.mayBeMerged()) {
                document.append(MERGE_KEY, moment(message.waitingSince()) + "/" + phone + "/" + message.id());
            }
        });
        if (message.state() == MessageState.QUEUED) {
            document.append(waitingSince(message.urgency()), Date.from(message.waitingSince()));
            if (message.isOfMailing()) {
                document.append(MAILING_KEY, key(message.about().id(), message.recipient()));
            }
        }
        Instant since = Objects.requireNonNullElse(message.progress().sentAt(), message.queuedAt());
        if (message.awaitsDecision()) {
            document.append(UNKNOWN_KEY, message.about().officeId() + "/" + since + "/" + message.id());
        }
        if (message.mayBeAskedAbout()) {
            document.append(ASK_KEY, message.progress().provider() + "/" + since + "/" + message.id());
        }
        Progress latest = message.progress();
        if (latest.providerMessageId() != null) {
            document.append(PROVIDER_KEY, key(latest.provider(), latest.providerMessageId()));
        }
        if (latest.state() == MessageState.ACCEPTED && mayHaveToBeAskedFor(message)) {
            document.append(RESULT_KEY, latest.provider() + "/" + latest.acceptedAt() + "/" + message.id());
        }
        List<Progress> attempts = message.attempts();
        append(
                document,
                EARLIER_KEYS,
                message.earlier().stream()
                        .filter(before -> before.providerMessageId() != null)
                        .map(before -> key(before.provider(), String.valueOf(before.providerMessageId()))));
        append(
                document,
                REFERENCE_KEYS,
                IntStream.rangeClosed(1, attempts.size())
                        .filter(number -> message.attempt(number).isInDoubt())
                        .mapToObj(
                                number -> referenceKey(message.attempt(number).provider(), message.reference(number))));
        append(
                document,
                PHONE_KEYS,
                attempts.stream()
                        .filter(Progress::isKnownByPhoneOnly)
                        .flatMap(doubt ->
                                owner.of(message.sealedPhone()).stream().map(whose -> key(doubt.provider(), whose))));
    }

    /** What goes by SMS when it fails must not hang on a receipt that may be lost. */
    private boolean mayHaveToBeAskedFor(Message message) {
        Progress latest = message.progress();
        return message.channel(message.attempt()) == Channel.ALIMTALK
                || (latest.providerMessageId() != null && withoutReceipts.contains(String.valueOf(latest.provider())));
    }

    private static void append(Document document, String field, Stream<String> keys) {
        List<String> all = keys.distinct().toList();
        if (!all.isEmpty()) {
            document.append(field, all);
        }
    }

    static String referenceKey(@Nullable String provider, int reference) {
        return key(provider, String.valueOf(reference));
    }

    /** A moment as it stands in keys. */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    static String key(@Nullable String provider, String id) {
        return provider + "/" + id;
    }

    private static Instant instant(Document document, String field) {
        return Objects.requireNonNull(AttemptDocuments.instant(document, field), field);
    }
}
