package kr.minwon.notification.mailing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The free numbers by which people stop what an office sends (무료수신거부 080).
 *
 * @param numbers by office, such as {@code 080-000-0000}; an office without one sends no advertising
 * @param secret what whoever runs the number shows when it tells of a call or a text; none when it is in a file, or when
 *     nobody tells
 * @param secretFile text file that holds it
 */
@ConfigurationProperties("minwon.sms.opt-out")
public record OptOutSettings(
        @DefaultValue Map<String, String> numbers,
        @Nullable String secret,
        @Nullable Path secretFile) {
    private static final Pattern SHAPE = Pattern.compile("080-?[0-9]{3,4}-?[0-9]{4}");

    /** @throws IllegalArgumentException for a number that is not free */
    public OptOutSettings {
        numbers = Map.copyOf(numbers);
        for (String number : numbers.values()) {
            if (!SHAPE.matcher(number).matches()) {
                throw new IllegalArgumentException("minwon.sms.opt-out.numbers: '" + number + "' is no 080 number");
            }
        }
    }

    /** The number of an office, as it is printed. */
    public Optional<String> number(String officeId) {
        return Optional.ofNullable(numbers.get(officeId));
    }

    /** The offices whose number that is. */
    public List<String> officesOf(String number) {
        String digits = digits(number);
        return numbers.entrySet().stream()
                .filter(one -> digits(one.getValue()).equals(digits))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String digits(String number) {
        return number.replaceAll("[\\s-]", "");
    }

    /** Not what the secret is. */
    @Override
    public String toString() {
        return numbers.toString();
    }
}
