package kr.minwon.gateway.pages.staff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.minwon.gateway.clients.PolicyApi;

/**
 * The form of a draft: one field a line of the policy, and for each category a kind, a number and a unit.
 *
 * @param values what is typed, by the name of the field; a box that is not ticked is not there
 */
record PolicyForm(Map<String, String> values, List<Row> rows) {
    private static final List<String> TEXTS = List.of(
            "version", "effectiveFrom", "until", "opens", "closes", "lunchFrom", "lunchTo", "extendedBy", "transfers");
    private static final List<String> NUMBERS =
            List.of("extensionsWithoutConsent", "extensionsWithConsent", "progressEveryDays");
    private static final List<String> BOXES =
            List.of("eveningIsFirstDay", "calendarBeginsOnHoliday", "remindHalf", "remindDueSoon");
    private static final String TICKED = "on";
    private static final String CATEGORY = "categories.";

    /**
     * A category.
     *
     * @param id names its line among those that are wrong
     * @param unit {@code h}, {@code d}, {@code w}, {@code m}, {@code y}
     * @param other whether it is other than the office's data says
     */
    record Row(String id, String name, String kind, String count, String unit, boolean other) {}

    /** Whether a category is other than the office's data says: the list is then open. */
    public boolean isOtherCategories() {
        return rows.stream().anyMatch(Row::other);
    }

    /** The form as it was typed. */
    static PolicyForm typed(Map<String, String> values, List<PolicyApi.Category> categories) {
        return new PolicyForm(
                values,
                categories.stream().map(category -> row(category, values)).toList());
    }

    /** The form of a version, to be changed. */
    static PolicyForm of(PolicyApi.Version version, List<PolicyApi.Category> categories, boolean again) {
        Map<String, String> values = new LinkedHashMap<>();
        // A version that is there is where a new one begins: its name and its days are its own.
        if (again) {
            values.put("version", version.version().equals(version.effectiveFrom()) ? "" : version.version());
            values.put("effectiveFrom", Objects.requireNonNullElse(version.effectiveFrom(), ""));
        }
        values.put("opens", version.opens());
        values.put("closes", version.closes());
        values.put("lunchFrom", version.lunchFrom());
        values.put("lunchTo", version.lunchTo());
        values.put("extendedBy", Objects.requireNonNullElse(version.extendedBy(), "officer"));
        values.put("transfers", Objects.requireNonNullElse(version.transfers(), "direct"));
        values.put("extensionsWithoutConsent", String.valueOf(version.extensionsWithoutConsent()));
        values.put("extensionsWithConsent", String.valueOf(version.extensionsWithConsent()));
        values.put("progressEveryDays", String.valueOf(version.progressEveryDays()));
        tick(values, "eveningIsFirstDay", version.eveningIsFirstDay());
        tick(values, "calendarBeginsOnHoliday", version.calendarBeginsOnHoliday());
        tick(values, "remindHalf", version.remindHalf());
        tick(values, "remindDueSoon", version.remindDueSoon());
        version.categories().forEach((code, term) -> {
            values.put(CATEGORY + code + ".petitionKind", term.petitionKind());
            values.put(CATEGORY + code + ".count", count(term.period()));
            values.put(CATEGORY + code + ".unit", unit(term.period()));
        });
        return typed(values, categories);
    }

    private static void tick(Map<String, String> values, String box, boolean ticked) {
        if (ticked) {
            values.put(box, TICKED);
        }
    }

    private static Row row(PolicyApi.Category category, Map<String, String> values) {
        String id = CATEGORY + category.code();
        String kind = values.getOrDefault(id + ".petitionKind", category.petitionKind());
        String count = values.getOrDefault(id + ".count", count(category.period()));
        String unit = values.getOrDefault(id + ".unit", unit(category.period()));
        boolean other = !kind.equals(category.petitionKind()) || !(count + unit).equals(category.period());
        return new Row(id, category.name(), kind, count, unit, other);
    }

    private static String count(String period) {
        return period.substring(0, period.length() - 1);
    }

    private static String unit(String period) {
        return period.substring(period.length() - 1);
    }

    /** What the service is told; categories only where they are other than the office's data says. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String text : TEXTS) {
            String typed = values.getOrDefault(text, "").strip();
            if (!typed.isEmpty()) {
                body.put(text, typed);
            }
        }
        for (String number : NUMBERS) {
            String typed = values.getOrDefault(number, "").strip();
            if (typed.matches("[0-9]{1,4}")) {
                body.put(number, Integer.valueOf(typed));
            }
        }
        BOXES.forEach(box -> body.put(box, values.containsKey(box)));
        Map<String, Object> categories = new LinkedHashMap<>();
        rows.stream()
                .filter(Row::other)
                .forEach(row -> categories.put(
                        row.id().substring(CATEGORY.length()),
                        Map.of("petitionKind", row.kind(), "period", row.count().strip() + row.unit())));
        body.put("categories", categories);
        return body;
    }

    /** The order in which the fields come. */
    List<String> order() {
        List<String> order = new ArrayList<>(List.of(
                "effectiveFrom",
                "version",
                "until",
                "opens",
                "closes",
                "lunchFrom",
                "lunchTo",
                "extensionsWithoutConsent",
                "extensionsWithConsent",
                "extendedBy",
                "transfers",
                "progressEveryDays"));
        rows.forEach(row -> {
            order.add(row.id() + ".petitionKind");
            order.add(row.id() + ".period");
        });
        return order;
    }
}
