package kr.minwon.notification.reply;

import java.util.List;
import java.util.regex.Pattern;
import kr.minwon.notification.consent.ConsentEntry;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.message.Office;
import kr.minwon.notification.message.Templates;

/**
 * Understands what people text back. Now: that they want no more texts. Nothing is answered by text, so no loop with a
 * machine at the other end can begin.
 */
public final class Replies {
    private static final Pattern MOBILE = Pattern.compile("010[0-9]{8}");
    private static final int LONGEST_WORDS = 40;

    private final ConsentLedger ledger;
    private final Templates templates;

    public Replies(ConsentLedger ledger, Templates templates) {
        this.ledger = ledger;
        this.templates = templates;
    }

    /** What became of it. */
    public enum Meaning {
        OPTED_OUT,
        /** Of somebody who cannot be told by their number. */
        OF_NOBODY,
        NOT_UNDERSTOOD
    }

    /**
     * Does what the text says. The same again does nothing more.
     *
     * @throws RuntimeException when the store is away; it is to be brought again
     */
    public Meaning on(InboundText text) {
        if (!MOBILE.matcher(text.from()).matches()) {
            return Meaning.OF_NOBODY;
        }
        if (!OptOut.isSaidBy(text.text())) {
            return Meaning.NOT_UNDERSTOOD;
        }
        String words = text.text().strip();
        String kept = words.substring(
                0, words.offsetByCodePoints(0, Math.min(words.codePointCount(0, words.length()), LONGEST_WORDS)));
        for (String office : offices(text.to())) {
            ledger.record(office, text.from(), Purpose.CASE_NOTICES, false, ConsentEntry.Channel.TEXT, kept);
        }
        return Meaning.OPTED_OUT;
    }

    /** Those whose number it is; all of them when the carrier names another, since not to be told is the safe reading. */
    private List<String> offices(String to) {
        List<String> known = templates.offices().stream()
                .filter(office -> office.sender().digits().equals(to))
                .map(Office::id)
                .toList();
        return known.isEmpty() ? templates.offices().stream().map(Office::id).toList() : known;
    }
}
