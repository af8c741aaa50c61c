package kr.minwon.gateway.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call's parameters; an empty one is none. */
final class Parameters {
    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    static Parameters of(HttpServletRequest request) {
        return of(request.getParameterMap());
    }

    static Parameters of(Map<String, String[]> raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        raw.forEach((name, given) -> {
            List<String> said =
                    Arrays.stream(given).filter(value -> !value.isBlank()).toList();
            if (!said.isEmpty()) {
                values.put(name, said);
            }
        });
        return new Parameters(values);
    }

    /** The value, the first of several; null when there is none. */
    @Nullable
    String get(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.getFirst().strip();
    }

    /** Each member of lists with commas, however often the parameter is there. */
    List<String> list(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** Every name with its values. */
    Map<String, List<String>> all() {
        return values;
    }
}
