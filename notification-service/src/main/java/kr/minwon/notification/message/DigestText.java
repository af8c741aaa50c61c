package kr.minwon.notification.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.koreansms.SmsText;

/**
 * The notices of a digest, each with all that its own text says, so that nothing the law asks for is lost. Those that say
 * the same of several cases are said once, with each receipt number.
 */
final class DigestText {
    /** Stands for a receipt number; no text has it, since control characters are taken out of every value. */
    private static final String NUMBER = "\0";

    private DigestText() {}

    /**
     * The text.
     *
     * @param heading what comes before the notices
     * @param officeNames are said once, in the heading
     */
    static String of(String heading, List<String> officeNames, List<Message> notices) {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        for (Message notice : notices) {
            String number = notice.ofCase().receiptNumber();
            numbers.computeIfAbsent(without(officeNames, notice).replace(number, NUMBER), said -> new ArrayList<>())
                    .add(number);
        }
        return Stream.concat(
                        Stream.of(heading),
                        numbers.entrySet().stream()
                                .map(said -> said.getKey()
                                        .replace(
                                                NUMBER,
                                                said.getValue().stream()
                                                        .distinct()
                                                        .sorted()
                                                        .collect(Collectors.joining(", ")))))
                .collect(Collectors.joining("\n\n"));
    }

    private static String without(List<String> officeNames, Message notice) {
        String text = notice.content().text();
        return officeNames.stream()
                .filter(name -> isOf(name, notice))
                .findFirst()
                .map(name -> text.substring(mark(name).length()).strip())
                .orElse(text);
    }

    /** Whether a text begins with the office by that name. */
    static boolean isOf(String officeName, Message notice) {
        return notice.content().text().startsWith(mark(officeName));
    }

    private static String mark(String officeName) {
        return "[" + officeName + "]";
    }

    /** Whether it stays within an LMS. */
    static boolean fits(String text) {
        Integer bytes = SmsText.measure(text).bytes();
        return bytes != null && bytes <= SmsText.LMS_BYTES;
    }
}
