package kr.minwon.notification.mailing;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.FramedNews;
import kr.minwon.notification.message.Office;
import kr.minwon.notification.message.Sizing;
import kr.minwon.notification.message.Templates;
import org.jspecify.annotations.Nullable;

/**
 * How a mailing reads on a phone. News begin with the office and end with the link that stops them. Advertising begins with
 * (광고), also in its subject, who sends it and their number, and ends with the free number that stops it (정보통신망법 §50④).
 */
public final class Wording implements FramedNews {
    private static final String MARK = "(광고)";
    /** As it is written, also to get round a filter: (광 고), （광고）, [광고], (광/고). */
    private static final Pattern MARKED = Pattern.compile("[(\\[{<〔【〈《「『]\\s*광[^\\p{L}\\p{N}]{0,3}고\\s*[)\\]}>〕】〉》」』]");

    private static final String PATH = "/o/";
    /** As long as a real one. */
    private static final String SAMPLE = "0".repeat(16);

    private final Templates templates;
    private final OptOutSettings optOut;
    private final Sizing sizing;
    private final String publicUrl;

    /** @param publicUrl where residents reach the office */
    public Wording(Templates templates, OptOutSettings optOut, Sizing sizing, String publicUrl) {
        this.templates = templates;
        this.optOut = optOut;
        this.sizing = sizing;
        this.publicUrl = publicUrl.strip().replaceAll("/+$", "");
    }

    /** Whether the words themselves carry the mark of advertising, whatever brackets and blanks it is written with. */
    public static boolean isMarked(String words) {
        return MARKED.matcher(Normalizer.normalize(words, Normalizer.Form.NFKC)).find();
    }

    /** Whether the office may send advertising at all: it has a free number by which that is stopped. */
    public boolean mayAdvertise(String officeId) {
        return optOut.number(officeId).isPresent();
    }

    /** As it reads, with a link that leads nowhere. */
    public String sample(String officeId, Letter letter) {
        return text(officeId, letter.text(), letter.advertising());
    }

    @Override
    public String text(String officeId, String words, boolean advertising) {
        return text(officeId, words, advertising, SAMPLE);
    }

    /** How that would go out. */
    public SmsSize size(String officeId, Letter letter) {
        return sizing.written(sample(officeId, letter), subject(letter));
    }

    /** Its subject as phones show it; null for none. */
    public @Nullable String subject(Letter letter) {
        return subject(letter.subject(), letter.advertising());
    }

    @Override
    public @Nullable String subject(@Nullable String typed, boolean advertising) {
        return typed != null && advertising ? MARK + " " + typed : typed;
    }

    /** What one recipient gets. */
    Content content(Mailing mailing, String linkToken) {
        return new Content(
                text(
                        mailing.officeId(),
                        mailing.letter().text(),
                        mailing.letter().advertising(),
                        linkToken),
                Encoding.EUC_KR,
                "mailing-" + mailing.id() + "-" + mailing.revision(),
                subject(mailing.letter()),
                null);
    }

    private String text(String officeId, String words, boolean advertising, String linkToken) {
        Office office = templates.office(officeId);
        String stop = "\n수신거부 " + publicUrl + PATH + linkToken;
        if (!advertising) {
            return "[" + office.name() + "] " + words + stop;
        }
        Optional<String> free = optOut.number(officeId);
        return MARK + "[" + office.name() + " " + office.sender().digits() + "] " + words + stop + "\n무료수신거부 "
                + free.orElse("");
    }
}
