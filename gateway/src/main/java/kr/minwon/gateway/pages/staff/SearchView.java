package kr.minwon.gateway.pages.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.pages.OfficeDesk;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import kr.minwon.gateway.pages.resident.CategoryChoices;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param none why there is nothing, or null
 * @param ofAPerson whether a number of a person was typed, which is not looked for here
 * @param straightTo the one case whose number was typed
 * @param next cursor of the next page
 */
record SearchView(
        List<Row> rows,
        @Nullable String none,
        boolean ofAPerson,
        @Nullable String straightTo,
        @Nullable String next) {
    private static final String NUMBER = "[0-9]{4}-[0-9]{4}-[0-9]{4}";

    /** A part of a text; a hit is shown as one. */
    record Piece(String text, boolean hit) {}

    /** A case that was found. */
    record Row(
            String number,
            List<Piece> title,
            List<Piece> excerpt,
            String status,
            String category,
            @Nullable String department,
            @Nullable String submitted) {}

    /** Makes views. */
    record Maker(Words words, CategoryChoices categories, OfficeDesk desk, Colleague me) {
        /** @param further whether this is not the first page */
        SearchView of(ComplaintApi.Search search, boolean further) {
            List<ComplaintApi.Found> items = Objects.requireNonNullElse(search.items(), List.of());
            boolean byNumber = Boolean.TRUE.equals(search.byNumber());
            boolean person = search.hint() != null;
            return new SearchView(
                    items.stream().map(this::row).toList(),
                    items.isEmpty() && !person ? none(byNumber, further, search.next() != null) : null,
                    person,
                    byNumber && items.size() == 1 ? number(items.getFirst()) : null,
                    search.next());
        }

        private String none(boolean byNumber, boolean further, boolean more) {
            if (more) {
                return words.text("find.none.yet");
            }
            return words.text(byNumber ? "find.none.number" : further ? "find.none.more" : "find.none");
        }

        private static @Nullable String number(ComplaintApi.Found found) {
            return found.receiptNumber().matches(NUMBER) ? found.receiptNumber() : null;
        }

        private Row row(ComplaintApi.Found found) {
            String title = Objects.requireNonNullElse(found.title(), "");
            String department = found.departmentId();
            return new Row(
                    found.receiptNumber(),
                    title.isBlank()
                            ? List.of(new Piece(words.text("queue.no-title"), false))
                            : pieces(title, found.titleHits()),
                    pieces(Objects.requireNonNullElse(found.excerpt(), ""), found.excerptHits()),
                    words.textOr("status." + found.status(), words.text("status.unknown")),
                    categories.name(Objects.requireNonNullElse(found.category(), ""), null, words),
                    department == null || !me.caller().role().seesWholeOffice()
                            ? null
                            : desk.departmentName(department),
                    SeoulMoment.of(found.submittedAt())
                            .map(at -> at.dated(words))
                            .orElse(null));
        }
    }

    /** The text in parts; a hit that lies outside of it is none. */
    static List<Piece> pieces(String text, @Nullable List<ComplaintApi.Hit> hits) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (ComplaintApi.Hit hit : Objects.requireNonNullElse(hits, List.<ComplaintApi.Hit>of())) {
            if (hit.from() < at || hit.to() <= hit.from() || hit.to() > text.length()) {
                continue;
            }
            if (hit.from() > at) {
                pieces.add(new Piece(text.substring(at, hit.from()), false));
            }
            pieces.add(new Piece(text.substring(hit.from(), hit.to()), true));
            at = hit.to();
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), false));
        }
        return pieces;
    }
}
