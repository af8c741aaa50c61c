package kr.minwon.gateway.pages.resident;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Personal data that a text seems to hold. A writer is warned of them, never hindered: a number plate is often the very
 * thing a complaint is about. {@code pages.js} looks for the same while the text is typed.
 */
enum PersonalData {
    /** A resident registration number (주민등록번호): six digits of a birth date, then seven. */
    RESIDENT_NUMBER("(?<!\\d)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\s*[-–]?\\s*[1-8]\\d{6}(?!\\d)"),
    /** A telephone number. */
    PHONE("(?<!\\d)0(1[016789]|2|[3-6]\\d|70)[-.\\s]?\\d{3,4}[-.\\s]?\\d{4}(?!\\d)"),
    /** A number plate (차량번호): 12가 3456, 123가4567. */
    PLATE("(?<!\\d)\\d{2,3}\\s?[가-힣]\\s?\\d{4}(?!\\d)");

    private final Pattern pattern;

    PersonalData(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Whether any of the texts seems to hold any of them. */
    static boolean in(@Nullable String... texts) {
        return Arrays.stream(texts)
                .anyMatch(text -> text != null
                        && Arrays.stream(values())
                                .anyMatch(kind -> kind.pattern.matcher(text).find()));
    }
}
