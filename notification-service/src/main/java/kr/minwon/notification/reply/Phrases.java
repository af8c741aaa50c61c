package kr.minwon.notification.reply;

import java.util.Optional;
import java.util.regex.Pattern;

/** How people say it: the words of consent, thanks and being left unsatisfied, in Korean as it is typed. */
final class Phrases {
    /** Begins or ends what is meant without changing it. */
    private static final Pattern COURTESY = Pattern.compile(
            "^(?:네|예|넵|넹|ㅇㅇ|안녕하세요|수고하십니다)|(?:정말|너무|항상|늘|매우|많이|진심으로)?(?:감사(?:합니다|해요|드립니다|드려요|함다|용)?|고맙습니다|고마워요|고맙네요|땡큐|수고(?:하세요|하셨습니다|하셨어요|많으십니다|많으셨습니다|많으세요)|부탁드립니다)$");

    private static final Pattern NODS = Pattern.compile(
            "(?:네|예|넵|넹|ㅇㅇ|ㅇㅋ|okay|ok|오케이|알겠습니다|알겠어요|알았습니다|확인했습니다|확인하였습니다|확인|ㄱㅅ|ㄳ|thanks|thankyou|좋아요|좋습니다|잘봤습니다|잘받았습니다)*+");

    private static final Pattern UNSOLVED = Pattern.compile(
            "해결(?:이|은|도|을|된게)?(?:아직|아직도|전혀|하나도)?(?:안|못)(?:되었|되|됐|돼|된|됨|됬|댔|했|해|하)(?!면|까)|해결되지(?:는|도)?않|미해결|해결(?:이|된게|된것이?)?없"
                    + "|(?:처리|조치|수리|개선|보수|정비)(?:가|는|도|된게)?(?:아직|전혀|하나도)?(?:안|못)(?:되었|되|됐|돼|된|됨|됬|했)(?!면|까)|(?:처리|조치|수리|개선)되지(?:는|도)?않"
                    + "|아직도?(?:그대로|꺼져|고장|안고|안치|안됐|안되|안된|안켜|불이안|나와|남아|있어요|있습니다|똑같)|(?:여전히|지금도)(?:그대로|꺼져|고장|안|똑같|있|나|심)"
                    + "|그대로(?:에요|예요|입니다|네요|임|인데요?|있어요|있습니다|있네요|있음)|안고쳐(?:졌|져|짐)|고쳐지지않|(?:변한|달라진|바뀐|나아진)(?:게|것이|것도|거)(?:하나도|전혀|아무것도)?없"
                    + "|답변(?:이|은)(?:부족|불충분|이상|틀|안맞|성의없|마음에안|맘에안|납득)");
    /** Asks that it be done again; who only tells that it was, or thanks for it, does not. */
    private static final Pattern AGAIN = Pattern.compile(
            "(?:재처리|다시(?:한번|한번더|좀|꼭)?(?:처리|답변|확인|조치|점검|수리|보수|고쳐))(?:을|를)?(?:좀|꼭)?(?:해|하여)?(?:좀|꼭)?"
                    + "(?:주(?:세요|십시오|시기|시길|시면|시겠|실|라)|줘(?!서)|달라|바랍|바래|부탁(?!드렸|했)|(?:요청|요구)(?!했|드렸|한|하신)|요망|원합|해야|하세요|하십|하시기|하라|해라|필요|요?$)");

    private static final Pattern ASKS =
            Pattern.compile("(?:나요|까요|는지요?|가요|ㄴ가요|은가요|을까|되나|건가요|인지요?|죠|어떻게)[?？!.~\\s]*$|[?？]\\s*$");

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

    /** Whether nothing but thanks or a nod is said. */
    static boolean isCourtesy(String letters) {
        return NODS.matcher(withoutCourtesy(letters)).matches();
    }

    /** Whether it says that the matter is not solved. A question whether it will be is none. */
    static boolean isUnsolved(String text) {
        String letters = Words.letters(text);
        return (UNSOLVED.matcher(letters).find() || (AGAIN.matcher(letters).find() && !Inquiring.isContent(text)))
                && !isAsking(text);
    }

    /** Whether it asks. */
    static boolean isAsking(String text) {
        return ASKS.matcher(Words.line(text)).find();
    }

    /** Yes or no to what was asked for; a bare 네 is neither, since much is at stake. */
    static Optional<Boolean> consent(String text) {
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
