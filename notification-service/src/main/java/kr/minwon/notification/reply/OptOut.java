package kr.minwon.notification.reply;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words by which somebody says that they want no more texts; nothing else may stand beside them. A bare 거부 is none of
 * them: it is also how one declines what a text asks for, such as an extension.
 */
final class OptOut {
    private static final Set<String> WORDS = Set.of("수신거부", "문자수신거부", "무료수신거부", "그만", "그만보내세요", "STOP", "UNSUBSCRIBE");
    private static final Pattern BESIDE = Pattern.compile("[\\s\\p{P}\\p{S}]+");

    private OptOut() {}

    static boolean isSaidBy(String text) {
        return WORDS.contains(BESIDE.matcher(text).replaceAll("").toUpperCase(Locale.ROOT));
    }
}
