package kr.minwon.gateway.pages.resident;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.pages.Remembered;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a complaint can be about, in groups that a resident recognises. Without routing there is still "not sure". */
@Component
public class CategoryChoices {
    /** The category of what nobody can place. */
    static final String OTHER = "other";

    /** Groups in the order of the page, by the codes that an office starts with; its own go to the last group. */
    private enum Group {
        TRAFFIC("parking-violation", "abandoned-vehicle", "traffic-facility", "public-transport"),
        ENVIRONMENT("waste", "noise-dust", "odor-air"),
        ROADS("road-damage", "street-light", "drainage", "trees-parks"),
        BUILDINGS("illegal-ads", "building"),
        SHOPS("food-hygiene", "animals", "local-economy"),
        HEALTH("welfare", "health", "smoking"),
        PAPERS("tax", "civil-documents"),
        IDEAS("suggestion"),
        REST();

        private final Set<String> codes;

        Group(String... codes) {
            this.codes = Set.of(codes);
        }

        static Group of(String code) {
            return Arrays.stream(values())
                    .filter(group -> group.codes.contains(code))
                    .findFirst()
                    .orElse(REST);
        }
    }

    /** A category as a resident reads it. */
    record Choice(String code, String name, @Nullable String examples) {}

    /** Categories under one heading. */
    record ChoiceGroup(String name, List<Choice> categories) {
        /** What is under the heading, so that nobody needs to open each to find out. */
        public String getNames() {
            return categories.stream().map(Choice::name).collect(Collectors.joining(", "));
        }

        public boolean holds(@Nullable String code) {
            return categories.stream().anyMatch(category -> category.code().equals(code));
        }
    }

    /** All groups; unavailable when routing is away. */
    record Choices(boolean unavailable, List<ChoiceGroup> groups) {}

    private final RoutingApi routing;
    private final Remembered<List<RoutingApi.Category>> categories;

    CategoryChoices(RoutingApi routing, Clock pageClock) {
        this.routing = routing;
        this.categories = new Remembered<>("categories", routing::categories, List.of(), pageClock);
    }

    /** The choices of the filing form. */
    Choices choices(Words words) {
        List<RoutingApi.Category> known = categories.get();
        Map<Group, List<Choice>> grouped = known.stream()
                .filter(category -> !OTHER.equals(category.code()))
                .collect(Collectors.groupingBy(
                        category -> Group.of(category.code()),
                        Collectors.mapping(category -> choice(category, words), Collectors.toList())));
        return new Choices(
                known.isEmpty(),
                Arrays.stream(Group.values())
                        .filter(grouped::containsKey)
                        .map(group -> new ChoiceGroup(
                                words.text("category.group." + group.name().toLowerCase(java.util.Locale.ROOT)),
                                Objects.requireNonNull(grouped.get(group))))
                        .toList());
    }

    /** The categories that a text suggests, at most three. */
    List<Choice> suggested(String text, Words words) {
        return routing.suggestions(text).stream()
                .filter(category -> !OTHER.equals(category.code()))
                .limit(3)
                .map(category -> choice(category, words))
                .toList();
    }

    /**
     * The name of a category.
     *
     * @param said what a service calls it, if it does
     */
    public String name(String code, @Nullable String said, Words words) {
        String name = said != null
                ? said
                : categories.get().stream()
                        .filter(category -> category.code().equals(code))
                        .map(RoutingApi.Category::name)
                        .findFirst()
                        .orElse(code);
        return words.inKorean() ? name : words.textOr("category.name." + code, name);
    }

    private static Choice choice(RoutingApi.Category category, Words words) {
        String name =
                words.inKorean() ? category.name() : words.textOr("category.name." + category.code(), category.name());
        List<String> examples = category.examples();
        return new Choice(
                category.code(), name, examples == null || !words.inKorean() ? null : String.join(" · ", examples));
    }
}
