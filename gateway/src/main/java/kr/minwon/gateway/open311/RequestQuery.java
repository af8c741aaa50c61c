package kr.minwon.gateway.open311;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kr.minwon.problems.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a list of requests is asked for, as the service is asked. */
final class RequestQuery {
    /** Rows of a list, and of the last page of all. */
    static final int ROWS = 1_000;
    /** Ids of a query. */
    static final int IDS = 200;

    private static final Duration MOST = Duration.ofDays(90);
    private static final Set<String> STATUSES = Set.of("open", "closed");

    private final Parameters asked;
    private final Catalogue catalogue;
    private final FieldErrors errors = new FieldErrors();
    private final MultiValueMap<String, String> query = new LinkedMultiValueMap<>();

    RequestQuery(Parameters asked, Catalogue catalogue) {
        this.asked = asked;
        this.catalogue = catalogue;
    }

    /**
     * The service's queries; none where the page lies behind the last row, several where there are so many ids that one
     * would be too long for a request line.
     *
     * @throws kr.minwon.problems.InvalidFieldsException naming each parameter that is wrong
     */
    List<MultiValueMap<String, String>> of() {
        List<String> ids = asked.list("service_request_id");
        if (!ids.isEmpty()) {
            return numbered(ids);
        }
        List<String> codes = asked.list("service_code");
        codes.forEach(catalogue::known);
        if (!codes.isEmpty()) {
            query.put("category", codes);
        }
        dates();
        statuses();
        boolean any = page();
        errors.throwIfAny();
        return any ? List.of(query) : List.of();
    }

    private List<MultiValueMap<String, String>> numbered(List<String> ids) {
        if (ids.size() > ROWS) {
            errors.add("service_request_id", "too-many-ids", ROWS);
        }
        errors.throwIfAny();
        List<MultiValueMap<String, String>> queries = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS) {
            MultiValueMap<String, String> some = new LinkedMultiValueMap<>();
            some.put("receiptNumber", ids.subList(from, Math.min(from + IDS, ids.size())));
            queries.add(some);
        }
        return queries;
    }

    private void dates() {
        Moments.Span start = moment("start_date");
        Moments.Span end = moment("end_date");
        if (start != null) {
            query.add("from", Moments.exact(start.from()));
        }
        if (end != null) {
            query.add("until", Moments.exact(end.until()));
        }
        if (start == null || end == null) {
            return;
        }
        if (start.from().isAfter(end.from())) {
            errors.add("start_date", "date-order");
        } else if (Duration.between(start.from(), end.from()).compareTo(MOST) > 0) {
            errors.add("end_date", "too-many-days", MOST.toDays());
        }
    }

    private Moments.@Nullable Span moment(String name) {
        String typed = asked.get(name);
        if (typed == null) {
            return null;
        }
        return Moments.span(typed).orElseGet(() -> {
            errors.add(name, "w3c-moment");
            return null;
        });
    }

    private void statuses() {
        List<String> statuses = new ArrayList<>(asked.list("status"));
        if (!STATUSES.containsAll(statuses)) {
            errors.add("status", "unknown-value", "open, closed");
        } else if (statuses.size() == 1) {
            query.add("open", String.valueOf(statuses.contains("open")));
        }
    }

    private boolean page() {
        int size = number("page_size", ROWS, ROWS);
        long offset = (number("page", 1, Integer.MAX_VALUE) - 1L) * size;
        query.add("offset", String.valueOf(offset));
        query.add("limit", String.valueOf(Math.min(size, ROWS - offset)));
        return offset < ROWS;
    }

    private int number(String name, int otherwise, int most) {
        String typed = asked.get(name);
        if (typed == null) {
            return otherwise;
        }
        if (typed.matches("[0-9]{1,9}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= most) {
            return Integer.parseInt(typed);
        }
        errors.add(name, "whole-number", most);
        return otherwise;
    }
}
