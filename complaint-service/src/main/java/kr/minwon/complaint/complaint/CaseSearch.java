package kr.minwon.complaint.complaint;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How the staff find cases. Each search leaves an audit line with the cases it showed; never what was looked for. */
@Component
public class CaseSearch {
    private static final Logger audit = LoggerFactory.getLogger("kr.minwon.audit");

    private static final Pattern ANY_SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private final CaseIndex index;
    private final Complaints complaints;
    private final Reporters reporters;
    private final Words words;
    private final SearchWords searchWords;

    CaseSearch(CaseIndex index, Complaints complaints, Reporters reporters, Words words, SearchWords searchWords) {
        this.index = index;
        this.complaints = complaints;
        this.reporters = reporters;
        this.words = words;
        this.searchWords = searchWords;
    }

    /** A case that was found; nothing in it says who filed it. */
    public record Found(Complaint complaint, Excerpt title, Excerpt excerpt) {}

    /** @param next where to go on; null at the end */
    public record Page(List<Found> items, @Nullable ComplaintId next) {}

    /** What was typed, understood. */
    public SearchQuery understood(String typed) {
        return SearchQuery.of(typed, searchWords);
    }

    /** The cases of these words, the latest first. */
    public Page find(SearchQuery.ByWords query, CaseIndex.Scope scope, @Nullable ComplaintId before, Officer reader) {
        CaseIndex.Page page = index.find(scope, query.words(), before, Limits.SEARCH_PAGE);
        return shown(page.found(), query.words(), page.next(), reader);
    }

    /** The case of a number, if it is the scope's; one that nobody has accepted is everybody's to accept. */
    public Page find(SearchQuery.ByNumber query, CaseIndex.Scope scope, Officer reader) {
        List<Complaint> found = complaints
                .find(query.number())
                .filter(complaint -> complaint.filing().officeId().equals(scope.officeId()))
                .filter(complaint -> isIn(scope, complaint))
                .map(List::of)
                .orElse(List.of());
        return shown(found, Set.of(), null, reader);
    }

    /** No case: people are not looked for here, and that somebody did is written down. */
    public Page find(SearchQuery.OfAPerson person, Officer reader) {
        return shown(List.of(), Set.of(), null, reader);
    }

    private static boolean isIn(CaseIndex.Scope scope, Complaint complaint) {
        Department department = complaint.progress().department();
        return scope.departments() == null
                || complaint.status() == ComplaintStatus.FILED
                || (department != null && scope.departments().contains(department.id()));
    }

    private Page shown(List<Complaint> found, Set<String> asked, @Nullable ComplaintId next, Officer reader) {
        audit.atInfo()
                .addKeyValue("action", "search")
                .addKeyValue("staff", reader.id())
                .addKeyValue(
                        "complaintIds",
                        found.stream().map(one -> one.id().value()).toList())
                .log("cases searched");
        return new Page(found.stream().map(one -> shown(one, asked)).toList(), next);
    }

    private Found shown(Complaint complaint, Set<String> asked) {
        NameInText name = new NameInText(
                complaint.filing().channel() == Filing.Channel.TEXT
                        ? ""
                        : reporters.name(complaint.filing().reporter()));
        return new Found(
                complaint,
                Excerpt.whole(line(complaint.filing().title(), name), words, asked),
                Excerpt.around(
                        SearchText.besideTitle(complaint).stream()
                                .map(text -> line(text, name))
                                .toList(),
                        words,
                        asked));
    }

    /** One line, without the name and numbers of whoever wrote it. */
    private static String line(String text, NameInText name) {
        FoldedText line = FoldedText.of(
                PersonalNumbers.replaced(ANY_SPACE.matcher(text).replaceAll(" ").strip(), "*"));
        return line.replaced(name.in(line), Masks::name);
    }
}
