package kr.minwon.gateway.pages.staff;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.gateway.clients.TemplateApi;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/** What residents are told, in plain words. */
final class TemplateView {
    /** As a case goes; what is named nowhere here comes last. */
    private static final List<Group> GROUPS = List.of(
            new Group("filing", List.of("filed", "texted", "received", "changed", "withdrawn")),
            new Group(
                    "working",
                    List.of(
                            "assigned",
                            "progress",
                            "supplement",
                            "supplemented",
                            "extended",
                            "consent",
                            "deadline",
                            "merged",
                            "continued",
                            "transferred")),
            new Group("end", List.of("answered", "returned", "closed", "reopened")));

    private TemplateView() {}

    private record Group(String name, List<String> steps) {}

    /** Steps that belong together. */
    record Part(String title, List<StepRow> steps) {}

    /** A step in each language and by each channel. */
    record StepRow(String step, String label, List<Cell> cells) {}

    /** @param state what is told now, in words; @param waits whether a draft waits */
    record Cell(
            String label,
            String address,
            String state,
            @Nullable String text,
            boolean own,
            boolean waits) {}

    /** One template; {@code diff} from what is told now to the draft. */
    record Page(
            String title,
            String address,
            boolean alimtalk,
            @Nullable Told told,
            @Nullable Waiting draft,
            List<Place> variables,
            List<Before> history) {}

    /** What may stand in the text; {@code label} is empty for what the pages have no word for yet. */
    record Place(String name, String label, boolean required, String example) {}

    /** What is told now. */
    record Told(
            String version,
            boolean builtIn,
            String text,
            @Nullable String code,
            String said) {}

    /** What waits for a second person. */
    record Waiting(
            int revision, String text, @Nullable String code, String said, boolean own, List<TextDiff.Part> diff) {}

    /** A version before. */
    record Before(String version, String said) {}

    /** A text as it would go out. */
    record Filled(String text, String size) {}

    static List<Part> list(TemplateApi.Templates all, Words words) {
        List<Part> parts = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (Group group : GROUPS) {
            named.addAll(group.steps());
            parts.add(new Part(words.text("templates.group." + group.name()), rows(group.steps(), all, words)));
        }
        List<String> others = all.items().stream()
                .map(TemplateApi.Template::step)
                .distinct()
                .filter(step -> !named.contains(step))
                .toList();
        if (!others.isEmpty()) {
            parts.add(new Part(words.text("templates.group.other"), rows(others, all, words)));
        }
        return parts;
    }

    private static List<StepRow> rows(List<String> steps, TemplateApi.Templates all, Words words) {
        return steps.stream()
                .map(step -> new StepRow(
                        step,
                        step(step, words),
                        all.items().stream()
                                .filter(one -> one.step().equals(step))
                                .map(one -> cell(one, words))
                                .toList()))
                .filter(row -> !row.cells().isEmpty())
                .toList();
    }

    private static Cell cell(TemplateApi.Template one, Words words) {
        TemplateApi.Version active = one.active();
        boolean own = active != null && !active.builtIn();
        String state = active == null ? "none" : own ? "own" : "builtIn";
        return new Cell(
                kind(one, words),
                address(one),
                words.text("templates.state." + state),
                active == null ? null : active.text(),
                own,
                one.draft() != null);
    }

    static String step(String step, Words words) {
        return words.textOr("message.step." + step, step);
    }

    private static String kind(TemplateApi.Template one, Words words) {
        return words.text("templates.kind." + one.channel() + "." + one.language());
    }

    private static String address(TemplateApi.Template one) {
        return "/staff/templates/" + one.step() + "/" + one.language() + "/" + one.channel();
    }

    static Page of(TemplateApi.Template one, Words words, Clock clock) {
        TemplateApi.Version active = one.active();
        TemplateApi.Draft draft = one.draft();
        return new Page(
                words.text("templates.of", step(one.step(), words), kind(one, words)),
                address(one),
                one.channel().equals("alimtalk"),
                active == null
                        ? null
                        : new Told(
                                active.version(),
                                active.builtIn(),
                                active.text(),
                                active.code(),
                                active.builtIn()
                                        ? words.text("templates.built-in")
                                        : words.text(
                                                "templates.approved",
                                                Objects.requireNonNullElse(active.draftedBy(), ""),
                                                Objects.requireNonNullElse(active.approvedBy(), ""),
                                                spoken(active.approvedAt(), words, clock))),
                draft == null
                        ? null
                        : new Waiting(
                                draft.revision(),
                                draft.text(),
                                draft.code(),
                                words.text("templates.drafted", draft.by(), spoken(draft.at(), words, clock)),
                                draft.own(),
                                active == null ? List.of() : TextDiff.of(active.text(), draft.text())),
                one.variables().stream()
                        .map(place -> new Place(
                                place.name(),
                                words.textOr("templates.variable." + place.name(), ""),
                                place.required(),
                                place.example()))
                        .toList(),
                one.history().stream()
                        .map(past -> new Before(
                                past.version(),
                                words.text(
                                        "templates.approved",
                                        past.draftedBy(),
                                        past.approvedBy(),
                                        spoken(past.approvedAt(), words, clock))))
                        .toList());
    }

    static Filled filled(TemplateApi.Filled filled, Words words) {
        return new Filled(filled.text(), size(filled, words));
    }

    /** Its size in words. */
    static String size(TemplateApi.Filled filled, Words words) {
        Integer bytes = filled.bytes();
        String kind = words.text("templates.type." + filled.type());
        return bytes == null
                ? words.text("templates.size.characters", filled.characters(), kind)
                : words.text("templates.size.bytes", bytes, kind);
    }

    private static String spoken(@Nullable String at, Words words, Clock clock) {
        return Optional.ofNullable(at)
                .flatMap(SeoulMoment::of)
                .map(moment -> moment.spoken(words, clock))
                .orElse("");
    }
}
