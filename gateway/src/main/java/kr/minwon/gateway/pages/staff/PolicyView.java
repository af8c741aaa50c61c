package kr.minwon.gateway.pages.staff;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kr.minwon.gateway.clients.PolicyApi;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/** The office's policies in plain words. */
final class PolicyView {
    private PolicyView() {}

    /** @param versions newest first */
    record Page(List<Row> versions, @Nullable Row draft) {
        static final Page EMPTY = new Page(List.of(), null);
    }

    /**
     * @param state {@code past}, {@code inForce}, {@code later}, {@code draft}
     * @param said the state, in words
     * @param categories what is other than the office's data says, a phrase each
     * @param at when it was saved, for machines
     */
    record Row(
            String name,
            String state,
            String said,
            String days,
            String hours,
            String lunch,
            String extensions,
            String transfers,
            String notices,
            List<String> categories,
            @Nullable String at) {
        public boolean isLater() {
            return state.equals("later");
        }
    }

    /** @param sentence how many earlier, how many later */
    record Comparison(String sentence, String same, List<Moved> examples) {}

    /** @param earlier whether it would be due earlier */
    record Moved(String number, String title, String before, String after, boolean earlier) {}

    static Page of(PolicyApi.Policies policies, Words words) {
        Map<String, String> names = policies.categories().stream()
                .collect(Collectors.toMap(PolicyApi.Category::code, PolicyApi.Category::name));
        List<Row> rows = new ArrayList<>(policies.versions().stream()
                .map(version -> row(version, names, words))
                .toList());
        Collections.reverse(rows);
        return new Page(rows, policies.draft() == null ? null : row(policies.draft(), names, words));
    }

    private static Row row(PolicyApi.Version version, Map<String, String> names, Words words) {
        String state = Objects.requireNonNullElse(version.state(), "draft");
        boolean noLunch = version.lunchFrom().equals(version.lunchTo());
        return new Row(
                version.version(),
                state,
                words.textOr("policy.state." + state, state),
                days(version, words),
                words.text("policy.between", version.opens(), version.closes()),
                noLunch
                        ? words.text("policy.no-lunch")
                        : words.text("policy.between", version.lunchFrom(), version.lunchTo()),
                extensions(version, words),
                words.text("policy.transfers." + Objects.requireNonNullElse(version.transfers(), "direct")),
                notices(version, words),
                version.categories().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(term -> words.text(
                                "policy.term",
                                names.getOrDefault(term.getKey(), term.getKey()),
                                term.getValue().petitionKind(),
                                period(term.getValue().period(), words)))
                        .toList(),
                version.at());
    }

    private static String days(PolicyApi.Version version, Words words) {
        String from = version.effectiveFrom();
        String until = version.until();
        if (from == null) {
            return until == null ? words.text("policy.always") : words.text("policy.until", day(until, words));
        }
        return until == null
                ? words.text("policy.from", day(from, words))
                : words.text("policy.from-until", day(from, words), day(until, words));
    }

    private static String extensions(PolicyApi.Version version, Words words) {
        int without = version.extensionsWithoutConsent();
        int with = version.extensionsWithConsent();
        if (without + with == 0) {
            return words.text("policy.extensions.none");
        }
        String often = words.text("policy.extensions." + without + "-" + with);
        return words.text("policy.extensions.by." + Objects.requireNonNullElse(version.extendedBy(), "officer"), often);
    }

    private static String notices(PolicyApi.Version version, Words words) {
        String reminders =
                (version.remindHalf() ? "half" : "no-half") + (version.remindDueSoon() ? "-soon" : "-no-soon");
        return words.text("policy.notices." + reminders, version.progressEveryDays());
    }

    static Comparison of(PolicyApi.Comparison comparison, Words words) {
        String which = comparison.complete() ? "all" : "newest";
        return new Comparison(
                words.text("policy.compared." + which, comparison.compared(), comparison.earlier(), comparison.later()),
                words.text("policy.compared.same", comparison.same()),
                comparison.examples().stream()
                        .map(example -> moved(example, words))
                        .toList());
    }

    private static Moved moved(PolicyApi.Example example, Words words) {
        String dueAt = Objects.requireNonNullElse(example.dueAt(), "");
        String wouldBe = Objects.requireNonNullElse(example.wouldBe(), "");
        return new Moved(
                example.receiptNumber(),
                Objects.requireNonNullElse(example.title(), example.receiptNumber()),
                brief(dueAt, words),
                brief(wouldBe, words),
                // The services write moments with one offset, so they sort as texts.
                wouldBe.compareTo(dueAt) < 0);
    }

    private static String period(String period, Words words) {
        int last = period.length() - 1;
        return words.text("policy.period." + period.charAt(last), period.substring(0, last));
    }

    private static String brief(String iso, Words words) {
        return SeoulMoment.of(iso).map(moment -> moment.brief(words)).orElse("");
    }

    private static String day(String iso, Words words) {
        return DateTimeFormatter.ofPattern(words.text("policy.day"), words.locale())
                .format(LocalDate.parse(iso));
    }
}
