package kr.minwon.notification.reply;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.MobileNumber;
import kr.minwon.notification.message.Office;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.reply.Meaning.Kind;
import kr.minwon.notification.reply.Meaning.Why;
import kr.minwon.notification.reply.Sender.Said;
import kr.minwon.notification.reply.Sender.Verdict;
import kr.minwon.notification.subscription.OptOuts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what people text back. A text is understood first and stored with its meaning and with what its case is to hear in
 * one write; whoever brought it is answered after that. Brought again, it finds itself. Of all meanings only a new complaint
 * is answered by a text, and a phone files few in an hour, and never in the same words: a machine at the other end soon
 * talks to nobody.
 */
public final class Replies {
    private static final Logger log = LoggerFactory.getLogger(Replies.class);
    private static final int LONGEST_WORDS = 40;
    private static final int MOST_CASES = 20;
    /** Of a flood; of more only every so many are counted in the list. */
    private static final int COUNTED_EACH = 10;

    private final OptOuts optOuts;
    private final Templates templates;
    private final Cases cases;
    private final Senders senders;
    private final ReceivedTexts texts;
    private final ReplySettings settings;
    private final Clock clock;

    public Replies(
            OptOuts optOuts,
            Templates templates,
            Cases cases,
            Senders senders,
            ReceivedTexts texts,
            ReplySettings settings,
            Clock clock) {
        this.optOuts = optOuts;
        this.templates = templates;
        this.cases = cases;
        this.senders = senders;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of a text. */
    public sealed interface Taken {
        /** It is stored. */
        record Kept(Reply reply) implements Taken {}

        /** It had been stored before. */
        record Known() implements Taken {}

        /** One of too many of that number in an hour; it is not kept, but people see that there were more. */
        record Flood() implements Taken {}
    }

    /**
     * Does what the text says. The same again does nothing more.
     *
     * @throws RuntimeException when the store is away; it is to be brought again
     */
    public Taken on(InboundText inbound) {
        Words words = Words.of(inbound.text());
        boolean mobile = MobileNumber.isOne(inbound.from());
        boolean optOut = mobile && !inbound.incomplete() && OptOut.isSaidBy(words.text());
        if (optOut) {
            // Also in a flood; the same again writes nothing.
            withdraw(inbound, words.text());
        }
        Meaning meaning = optOut ? Meaning.of(Kind.OPT_OUT, null) : meaning(inbound, words.beginning(), mobile);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String said = senders.hash(Words.letters(words.text()));
        boolean byId = inbound.providerId() != null;
        // Only what the carrier itself brings again is the same; with an id that is told by the id.
        String key = senders.hash(
                byId ? inbound.provider() + "\n" + inbound.providerId() : inbound.to() + "\n" + inbound.text());
        Instant at = inbound.sentAt() == null ? now : inbound.sentAt().truncatedTo(ChronoUnit.MILLIS);
        Verdict verdict = senders.take(
                inbound.from(),
                sender -> sender.take(new Said(key, said, at), byId, meaning.kind() == Kind.COMPLAINT, settings));
        return switch (verdict) {
            case Verdict.Flood flood -> flooded(inbound, flood.next());
            // Killed between the two writes it is stored now, under the same id.
            case Verdict.Known known -> kept(inbound, words, key, known.at(), allowed(meaning, true, known.repeated()));
            case Verdict.Kept kept -> kept(inbound, words, key, at, allowed(meaning, kept.mayFile(), kept.repeated()));
        };
    }

    private Meaning meaning(InboundText inbound, String text, boolean mobile) {
        if (!mobile) {
            return Meaning.unclear(Why.NO_MOBILE);
        }
        if (inbound.incomplete()) {
            // Half a sentence may say the contrary of the whole.
            return Meaning.unclear(Why.INCOMPLETE);
        }
        List<CaseRecord> theirs = cases.ofPhone(inbound.from(), MOST_CASES).stream()
                .filter(one -> isOf(one, inbound.to()))
                .toList();
        try {
            return new Understanding(templates.officeNames(), templates::texts).of(text, theirs, clock.instant());
        } catch (RuntimeException | StackOverflowError broken) {
            // Whatever somebody may type: it is kept, and people read it.
            log.error("a text could not be understood: {}", broken.toString());
            return Meaning.unclear(Why.NOT_UNDERSTOOD);
        }
    }

    /** Offices that share a number cannot be told apart by it. */
    private boolean isOf(CaseRecord one, String to) {
        boolean known = templates.offices().stream()
                .anyMatch(office -> office.sender().digits().equals(to));
        return !known
                || templates.office(one.about().officeId()).sender().digits().equals(to);
    }

    private static Meaning allowed(Meaning meaning, boolean mayFile, boolean repeated) {
        return meaning.kind() != Kind.COMPLAINT
                ? meaning
                : repeated ? meaning.because(Why.REPEATED) : mayFile ? meaning : meaning.because(Why.FILED_OFTEN);
    }

    private Taken kept(InboundText inbound, Words words, String key, Instant at, Meaning meaning) {
        String id = id(at, key);
        About about = meaning.about();
        boolean open = meaning.why() != null;
        Meaning meant = meaning.kind() == Kind.COMPLAINT && open
                ? new Meaning(Kind.UNCLEAR, null, null, null, meaning.title(), meaning.place(), meaning.why())
                : meaning;
        Reply reply = new Reply(
                id,
                about == null ? office(inbound.to()) : about.officeId(),
                inbound.provider(),
                inbound.from(),
                inbound.to(),
                words.text(),
                words.cut() || inbound.incomplete(),
                at,
                meant,
                null,
                open,
                null);
        return texts.add(reply) ? new Taken.Kept(reply) : new Taken.Known();
    }

    /** One line in the list for all that a number sends too much of in an hour. */
    private Taken flooded(InboundText inbound, Sender sender) {
        int more = sender.more();
        if (more > COUNTED_EACH && more % COUNTED_EACH != 0) {
            return new Taken.Flood();
        }
        String text = "이 번호에서 한 시간에 온 문자가 " + settings.perHour() + "건을 넘어, " + more + "건"
                + (more < COUNTED_EACH ? "" : " 이상") + "은 내용을 남기지 않았습니다.";
        Reply line = new Reply(
                id(sender.hour(), senders.hash("flood\n" + inbound.from() + "\n" + inbound.to())),
                office(inbound.to()),
                inbound.provider(),
                inbound.from(),
                inbound.to(),
                text,
                false,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Meaning.unclear(Why.FLOOD),
                null,
                true,
                null);
        texts.change(line.id(), before -> new ReceivedTexts.Change<>(line, true));
        return new Taken.Flood();
    }

    /** The same for the same text: a UUIDv7 of its moment whose other bits come from what tells it from others. */
    private static String id(Instant at, String key) {
        UUID hash = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        long high = at.toEpochMilli() << 16 | 0x7000L | hash.getMostSignificantBits() >>> 52;
        long low = hash.getLeastSignificantBits() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private void withdraw(InboundText inbound, String text) {
        String words = text.strip();
        String kept = words.substring(
                0, words.offsetByCodePoints(0, Math.min(words.codePointCount(0, words.length()), LONGEST_WORDS)));
        optOuts.on(offices(inbound.to()), inbound.from(), kept);
    }

    /** Those whose number it is; all of them when the carrier names another, since not to be told is the safe reading. */
    private List<String> offices(String to) {
        List<String> known = templates.offices().stream()
                .filter(office -> office.sender().digits().equals(to))
                .map(Office::id)
                .toList();
        return known.isEmpty() ? templates.offices().stream().map(Office::id).toList() : known;
    }

    /** The one office whose number it is. */
    private String office(String to) {
        List<String> named = templates.offices().stream()
                .filter(office ->
                        office.sender().digits().equals(to) && !office.id().equals(Office.ANY))
                .map(Office::id)
                .toList();
        return named.size() == 1 ? named.getFirst() : settings.office();
    }
}
