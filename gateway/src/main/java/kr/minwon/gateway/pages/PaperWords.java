package kr.minwon.gateway.pages;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.PublicCase;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.clients.StaffCase;
import kr.minwon.gateway.papers.Paper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts cases, registers and letters into the words of papers (민원처리법 시행규칙 별지 제1호·제2호서식). */
@Component
public class PaperWords {
    private static final String NOTHING = "-";

    private final OfficeDesk desk;
    private final Clock clock;

    PaperWords(OfficeDesk desk, Clock pageClock) {
        this.desk = desk;
        this.clock = pageClock;
    }

    /** A letter as a line of its register. */
    public record LetterRow(
            String number,
            String receiptNumber,
            String title,
            String department,
            String due,
            int days,
            String issued,
            String by) {}

    /** The receipt slip (접수증) of a resident's case. */
    public Paper slip(PublicCase one, Words words) {
        return slip(
                one.receiptNumber(),
                one.title(),
                one.categoryName(),
                null,
                one.submittedAt(),
                one.acceptedAt(),
                one.department(),
                one.deadline(),
                words);
    }

    /** The receipt slip of a case, with the reporter's name masked. */
    public Paper slip(StaffCase one, Words words) {
        StaffCase.Reporter reporter = one.reporter();
        return slip(
                one.receiptNumber(),
                one.title(),
                one.categoryName(),
                reporter == null ? null : reporter.name(),
                one.submittedAt(),
                one.acceptedAt(),
                one.department(),
                one.deadline(),
                words);
    }

    private Paper slip(
            String number,
            String title,
            @Nullable String category,
            @Nullable String name,
            @Nullable String submittedAt,
            @Nullable String acceptedAt,
            PublicCase.@Nullable Department department,
            PublicCase.@Nullable Deadline deadline,
            Words words) {
        List<Paper.Fact> facts = new ArrayList<>();
        facts.add(fact("receipt.number", number, words));
        facts.add(fact("case.complaint", title, words));
        facts.add(fact("new.category", category, words));
        if (name != null) {
            facts.add(fact("new.name", name, words));
        }
        facts.add(fact("case.submitted", moment(submittedAt, words), words));
        facts.add(fact("paper.accepted", moment(acceptedAt, words), words));
        facts.add(fact(
                "case.department",
                department == null
                        ? words.text("paper.not-yet")
                        : text(department.name()) + " (" + text(department.contact()) + ")",
                words));
        facts.add(fact(
                "case.due", deadline == null ? words.text("paper.not-yet") : moment(deadline.dueAt(), words), words));
        List<String> steps = deadline == null || deadline.steps() == null ? List.of() : deadline.steps();
        return new Paper(
                words.text("paper.slip"),
                null,
                null,
                facts,
                String.join(
                        "\n",
                        Stream.concat(steps.stream(), Stream.of("", words.text("paper.slip.text")))
                                .toList()),
                List.of(),
                List.of(),
                null,
                today(words),
                desk.name(words.locale()),
                false);
    }

    /** The register (민원처리부) of a month. @param complete whether nothing was left out */
    public Paper register(String month, List<ComplaintApi.RegisterLine> lines, boolean complete, Words words) {
        return new Paper(
                words.text("paper.register.of", month),
                null,
                null,
                List.of(),
                null,
                registerColumns(words),
                registerRows(lines, words),
                complete
                        ? words.text("paper.register.count", lines.size())
                        : words.text("paper.register.cut", lines.size()),
                today(words),
                desk.name(words.locale()),
                true);
    }

    /** The headings of the register. */
    public List<String> registerColumns(Words words) {
        return Stream.of(
                        "receipt.number",
                        "case.submitted",
                        "paper.accepted",
                        "queue.complaint",
                        "new.category",
                        "paper.reporter",
                        "case.department",
                        "case.due",
                        "queue.status",
                        "case.outcome",
                        "paper.finished")
                .map(words::text)
                .toList();
    }

    /** Its lines. */
    public List<List<String>> registerRows(List<ComplaintApi.RegisterLine> lines, Words words) {
        return lines.stream().map(line -> row(line, words)).toList();
    }

    private static List<String> row(ComplaintApi.RegisterLine line, Words words) {
        PublicCase.Department department = line.department();
        String status = text(line.status());
        return List.of(
                line.receiptNumber(),
                brief(line.submittedAt(), words),
                brief(line.acceptedAt(), words),
                text(line.title()),
                text(line.categoryName()),
                text(line.reporter()),
                department == null ? NOTHING : text(department.name()),
                brief(line.dueAt(), words),
                words.textOr("status." + status, text(line.statusLabel())),
                text(line.outcome()),
                brief(line.finishedAt(), words));
    }

    /** A letter for an overdue case (독촉장, 민원처리법 시행령 제28조). */
    public Paper letter(RoutingApi.Letter letter, Words words) {
        List<Paper.Fact> facts = List.of(
                fact("receipt.number", letter.receiptNumber(), words),
                fact("case.complaint", letter.title(), words),
                fact("case.due", moment(letter.dueAt(), words), words),
                fact("paper.late", words.text("paper.late.days", days(letter)), words),
                fact("paper.letter.by", by(letter), words));
        return new Paper(
                words.text("paper.letter"),
                words.text("paper.letter.number", letter.number()),
                words.text("paper.letter.to", text(letter.departmentName())),
                facts,
                text(letter.text()) + "\n" + words.text("paper.letter.law"),
                List.of(),
                List.of(),
                null,
                moment(letter.issuedAt(), words),
                desk.name(words.locale()),
                false);
    }

    /** A letter in the register of letters. */
    public LetterRow row(RoutingApi.Letter letter, Words words) {
        return new LetterRow(
                letter.number(),
                letter.receiptNumber(),
                text(letter.title()),
                text(letter.departmentName()),
                brief(letter.dueAt(), words),
                days(letter),
                brief(letter.issuedAt(), words),
                by(letter));
    }

    /** A month as it was asked for, or this one. */
    public String month(@Nullable String asked) {
        return asked != null && asked.matches("20[0-9]{2}-(0[1-9]|1[0-2])")
                ? asked
                : YearMonth.from(clock.instant().atZone(SeoulMoment.ZONE)).toString();
    }

    /** A year as it was asked for, or this one. */
    public String year(@Nullable String asked) {
        return asked != null && asked.matches("20[0-9]{2}")
                ? asked
                : String.valueOf(clock.instant().atZone(SeoulMoment.ZONE).getYear());
    }

    private static Paper.Fact fact(String label, @Nullable String text, Words words) {
        return new Paper.Fact(words.text(label), text(text));
    }

    private String today(Words words) {
        ZonedDateTime today = clock.instant().atZone(SeoulMoment.ZONE);
        return words.text("paper.day", today.getYear(), today.getMonthValue(), today.getDayOfMonth());
    }

    private String moment(@Nullable String iso, Words words) {
        return SeoulMoment.of(iso).map(at -> at.spoken(words, clock)).orElse(NOTHING);
    }

    private static String brief(@Nullable String iso, Words words) {
        return SeoulMoment.of(iso).map(at -> at.brief(words)).orElse(NOTHING);
    }

    private static int days(RoutingApi.Letter letter) {
        return Optional.ofNullable(letter.workingDaysLate()).orElse(0);
    }

    private static String by(RoutingApi.Letter letter) {
        PublicCase.Officer by = letter.by();
        return by == null ? NOTHING : text(by.name());
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, NOTHING);
    }
}
