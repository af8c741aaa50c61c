package kr.minwon.notification.reply;

import java.util.Optional;
import java.util.regex.Pattern;

/** How people say it: the words of consent, thanks and asking, in Korean as it is typed. */
final class Phrases {
    /** Begins or ends what is meant without changing it. */
    private static final Pattern COURTESY = Pattern.compile(
            "^(?:네|예|넵|넹|ㅇㅇ|안녕하세요|수고하십니다)|(?:정말|너무|항상|늘|매우|많이|진심으로)?(?:감사(?:합니다|해요|드립니다|드려요|함다|용)?|고맙습니다|고마워요|고맙네요|땡큐|수고(?:하세요|하셨습니다|하셨어요|많으십니다|많으셨습니다|많으세요)|부탁드립니다|ㅎ+)$");

    private static final Pattern NODS = Pattern.compile(
            "(?:네|예|넵|넹|ㅇㅇ|ㅇㅋ|okay|ok|오케이|알겠습니다|알겠어요|알았습니다|확인했습니다|확인하였습니다|확인|ㄱㅅ|ㄳ|thanks|thankyou|좋아요|좋습니다|잘봤습니다|잘받았습니다)*+");

    private static final Pattern ASKS = Pattern.compile(
            "(?:(?<!(?:냄새|악취|소음|소리|연기)[가이]?\\s?)나요|까요|는지요?|가요|ㄴ가요|은가요|을까|되나|건가요|인지요?|죠|어떻게)[?？!.~\\s]*$|[?？]\\s*$");

    private static final Pattern QUESTION_MARK = Pattern.compile("[?？﹖❓❔⁇⁈⁉‽]");

    private static final Pattern AGREES = Pattern.compile(
            "[네예넵]*(?:기간|처리기간|기한)?(?:연장|재연장)?(?:에|을|하는데|하는것에)?(?:동의|찬성|승낙|허락)(?:합니다|해요|함|할게요|할께요|하겠습니다|드립니다|드려요|요|입니다|했습니다|한다|해|하고요|됨)?");
    private static final Pattern LETS =
            Pattern.compile("[네예넵]*(?:기간|처리기간)?연장(?:해도|하셔도)?(?:됩니다|되요|돼요|괜찮습니다|괜찮아요|좋습니다|하세요|해주세요|하십시오)");
    private static final Pattern DECLINES = Pattern.compile(
            "(?:아니요|아니오|아뇨)?(?:기간|처리기간)?(?:연장|재연장)?(?:에|을|하는데|하는것에)?(?:부동의|비동의|미동의|거부|거절|반대)(?:합니다|해요|함|할게요|하겠습니다|요|입니다|한다|해)?"
                    + "|(?:아니요|아니오|아뇨)?(?:연장에?)?동의(?:는|를|도)?(?:안합니다|안해요|안함|안하겠습니다|안할게요|못합니다|못해요|못함|못하겠습니다|못하겠어요|하지않습니다|하지않아요|하지않음|하지않겠습니다|할수없습니다|할수없어요|할수없음)"
                    + "|연장(?:은|을)?(?:하지마세요|하지마십시오|안됩니다|안돼요|싫습니다|싫어요|원하지않습니다|원치않습니다)");

    private Phrases() {}

    /** The letters of a text without thanks and nods around them. */
    static String withoutCourtesy(String letters) {
        String before;
        String now = letters;
        do {
            before = now;
            now = COURTESY.matcher(now).replaceAll("");
        } while (!now.equals(before));
        return now;
    }

    /** Whether nothing but thanks or a nod is said, and by no angry face. */
    static boolean isCourtesy(String text) {
        String letters = Words.letters(text);
        return NODS.matcher(withoutCourtesy(letters)).matches()
                && !isQuestion(text)
                && !Emoji.isUnfriendly(text)
                && (!letters.isEmpty() || Emoji.isFriendly(text));
    }

    /** Whether anything in it is asked; what is asked is not said. */
    static boolean isQuestion(String text) {
        return QUESTION_MARK.matcher(text).find() || isAsking(text);
    }

    /** Whether it ends by asking. */
    static boolean isAsking(String text) {
        return ASKS.matcher(Words.line(text)).find();
    }

    /** Yes or no to what was asked for; a bare 네 is neither, since much is at stake. */
    static Optional<Boolean> consent(String text) {
        if (isQuestion(text) || Emoji.isUnfriendly(text)) {
            return Optional.empty();
        }
        String letters = Words.letters(text);
        for (String one : new String[] {letters, withoutCourtesy(letters)}) {
            if (DECLINES.matcher(one).matches()) {
                return Optional.of(false);
            }
            if (AGREES.matcher(one).matches() || LETS.matcher(one).matches()) {
                return Optional.of(true);
            }
        }
        return Optional.empty();
    }
}
