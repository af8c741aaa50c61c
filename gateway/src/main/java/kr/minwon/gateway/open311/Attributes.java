package kr.minwon.gateway.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.FieldErrors;

/** The attributes of every service: two choices that GeoReport has no parameter for. Neither is required. */
final class Attributes {
    /** Whether the reporter is told by text. */
    static final String SMS_CONSENT = "sms_consent";
    /** Whether everyone may read the request. */
    static final String PUBLIC = "public";

    private static final Pattern NAME = Pattern.compile("attribute\\[([^\\[\\]]{1,50})](?:\\[])?");
    private static final List<String> CHOICES = List.of("true", "false");

    private final Map<String, List<String>> given = new LinkedHashMap<>();

    private Attributes() {}

    /** What a form says, by {@code attribute[code]} or {@code attribute[code][]}. */
    static Attributes of(Parameters parameters) {
        Attributes attributes = new Attributes();
        parameters.all().forEach((name, values) -> {
            Matcher attribute = NAME.matcher(name);
            if (attribute.matches()) {
                attributes.given.merge(
                        attribute.group(1),
                        values,
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList());
            }
        });
        return attributes;
    }

    /** A choice, or what it is when nothing is said. */
    boolean choice(String code, boolean otherwise, FieldErrors errors) {
        String value = Optional.ofNullable(given.get(code))
                .map(values -> values.getFirst().strip())
                .orElse(String.valueOf(otherwise));
        if (!CHOICES.contains(value)) {
            errors.add("attribute[" + code + "]", "unknown-value", String.join(", ", CHOICES));
        }
        return value.equals("true");
    }

    /** What the definitions do not have: told to the staff, since nobody sends it for nothing. */
    Map<String, List<String>> others() {
        Map<String, List<String>> others = new LinkedHashMap<>(given);
        others.remove(SMS_CONSENT);
        others.remove(PUBLIC);
        return others;
    }

    /** The definition of a service. */
    static Answer definition(String serviceCode, boolean publicByDefault, Words words) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("service_code", serviceCode);
        definition.put(
                "attributes",
                new Answer.Many(
                        "attribute",
                        List.of(
                                attribute(SMS_CONSENT, 1, false, words),
                                attribute(PUBLIC, 2, publicByDefault, words))));
        return Answer.one("service_definition", definition);
    }

    private static Map<String, Object> attribute(String code, int order, boolean otherwise, Words words) {
        String key = "open311.attribute." + code;
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("variable", true);
        attribute.put("code", code);
        attribute.put("datatype", "singlevaluelist");
        attribute.put("required", false);
        attribute.put("datatype_description", words.text(key + ".datatype", String.valueOf(otherwise)));
        attribute.put("order", order);
        attribute.put("description", words.text(key));
        attribute.put(
                "values",
                new Answer.Many(
                        "value",
                        CHOICES.stream()
                                .map(choice -> value(choice, words.text(key + "." + choice)))
                                .toList()));
        return attribute;
    }

    private static Map<String, Object> value(String key, String name) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("key", key);
        value.put("name", name);
        return value;
    }
}
