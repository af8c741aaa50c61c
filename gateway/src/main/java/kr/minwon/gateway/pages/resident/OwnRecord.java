package kr.minwon.gateway.pages.resident;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kr.minwon.gateway.clients.ConsentApi;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** All that the owner of a phone has said about being texted, in sentences: on a page, and as a file to keep. */
@Component
class OwnRecord {
    /** Without it old editors read Hangul in another encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String LINE_END = "\r\n";
    /** Begins each line, so that no spreadsheet takes what somebody wrote for a formula. */
    private static final String MARK = "· ";

    private static final Pattern NO_LINE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final int PAGE = 100;
    /** Far more than anybody files; the file says when there were more. */
    private static final int MOST_PAGES = 50;

    private final ConsentApi consents;
    private final Clock clock;

    OwnRecord(ConsentApi consents, Clock pageClock) {
        this.consents = consents;
        this.clock = pageClock;
    }

    /**
     * Something that was said.
     *
     * @param sentence what the page said then, if it was a page
     */
    record Line(String text, @Nullable String sentence) {}

    /** What was said, the latest first. */
    List<Line> lines(List<ConsentApi.Entry> entries, Words words) {
        return entries.reversed().stream().map(one -> line(one, words)).toList();
    }

    private Line line(ConsentApi.Entry one, Words words) {
        return new Line(
                words.text(
                        "sms.record." + (one.given() ? "given" : "withdrawn"),
                        moment(one.at(), words),
                        words.textOr("sms.purpose." + one.purpose().replace('/', '.'), one.purpose()),
                        words.textOr("sms.channel." + one.channel(), one.channel()),
                        one.words()),
                one.sentence());
    }

    /**
     * The file.
     *
     * @param now what is subscribed to now, a line each; null where that is not asked for
     */
    ResponseEntity<byte[]> file(
            String phoneToken, List<ConsentApi.Entry> entries, @Nullable List<String> now, Words words) {
        List<String> file = new ArrayList<>();
        file.add(words.text("sms.record.title"));
        List<String> said = new ArrayList<>();
        for (Line line : lines(entries, words)) {
            said.add(line.text());
            if (line.sentence() != null) {
                said.add(words.text("sms.record.sentence", line.sentence()));
            }
        }
        part("sms.record.said", said, file, words);
        part("sms.record.filings", filings(phoneToken, words), file, words);
        if (now != null) {
            part("sms.record.now", now, file, words);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("sms-record.txt")
                                .build()
                                .toString())
                .body((BYTE_ORDER_MARK + String.join(LINE_END, file) + LINE_END).getBytes(StandardCharsets.UTF_8));
    }

    /** Where the phone is asked for, instead of the file. */
    static ResponseEntity<byte[]> askAt(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    private static void part(String title, List<String> lines, List<String> file, Words words) {
        file.add("");
        file.add(words.text(title));
        (lines.isEmpty() ? List.of(words.text("sms.record.none")) : lines)
                .forEach(line -> file.add(MARK + NO_LINE.matcher(line).replaceAll(" ")));
    }

    private List<String> filings(String phoneToken, Words words) {
        List<String> lines = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES && cursor != null; page++) {
            ConsentApi.Filings found = consents.filings(phoneToken, cursor, PAGE);
            found.items().forEach(one -> lines.add(filing(one, words)));
            cursor = found.next();
        }
        if (cursor != null) {
            lines.add(words.text("sms.record.more"));
        }
        return lines;
    }

    private String filing(ConsentApi.Filing one, Words words) {
        String given = one.consentedAt() == null
                ? words.text("sms.record.filing-undated", one.receiptNumber())
                : words.text("sms.record.filing", one.receiptNumber(), moment(one.consentedAt(), words));
        return one.withdrawnAt() == null
                ? given + " " + words.text("sms.record.filing-holds")
                : given + " " + words.text("sms.record.filing-withdrawn", moment(one.withdrawnAt(), words));
    }

    private String moment(String iso, Words words) {
        return SeoulMoment.of(iso).map(moment -> moment.spoken(words, clock)).orElse("");
    }
}
