package kr.minwon.notification.reply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells who says that the matter is not solved, or is there again. What is said last counts: what is then denied, asked or
 * told as solved after all is for people.
 */
final class Unsolved {
    private static final String NOT_SOLVED =
            "해결(?:이|은|도|을|된게)?(?:아직|아직도|전혀|하나도)?(?:안|못)(?:되었|되|됐|돼|된|됨|됬|댔|했|해|하)(?!면|까)|해결되지(?:는|도)?않|미해결|해결(?:이|된게|된것이?)?없"
                    + "|(?:처리|조치|수리|개선|보수|정비)(?:가|는|도|된게)?(?:아직|전혀|하나도)?(?:안|못)(?:되었|되|됐|돼|된|됨|됬|했)(?!면|까)|(?:처리|조치|수리|개선)되지(?:는|도)?않"
                    + "|아직도?(?:그대로|꺼져|고장|안고|안치|안됐|안되|안된|안켜|불이안|나와|남아|있어요|있습니다|똑같)|(?:여전히|지금도)(?:그대로|꺼져|고장|안|똑같|있|나(?!아)|심)"
                    + "|그대로(?:에요|예요|입니다|네요|임|인데요?|있어요|있습니다|있네요|있음)|안고쳐(?:졌|져|짐)|안고쳤|고쳐지지않|(?:변한|달라진|바뀐|나아진)(?:게|것이|것도|거)(?:하나도|전혀|아무것도)?없"
                    + "|답변(?:이|은)(?:부족|불충분|이상|틀|안맞|성의없|마음에안|맘에안|납득)";
    /** Asks that it be done again; who only tells that it was, or thanks for it, does not. */
    private static final String DO_AGAIN =
            "(?:재처리|다시(?:한번|한번더|좀|꼭)?(?:처리|답변|확인|조치|점검|수리|보수|고쳐))(?:을|를)?(?:좀|꼭)?(?:해|하여)?(?:좀|꼭)?"
                    + "(?:주(?:세요|십시오|시기|시길|시면|시겠|실|라)|줘(?!서)|달라|바랍|바래|부탁(?!드렸|했)|(?:요청|요구)(?!했|드렸|한|하신)|요망|원합|해야|하세요|하십|하시기|하라|해라|필요|요?$)"
                    + "|다시(?:한번|좀|꼭)?해(?:주(?:세요|십시오|시기|시길)|줘(?!서)|달라)";
    /** It is there still, or again; where a place is named it may be another. */
    private static final String THERE_AGAIN =
            "(?:아직도?|여전히|지금도|또|다시|계속)(?:불|물|냄새|악취|가로등|보안등|신호등)?(?:이|가|은|는)?(?:꺼(?:졌|져|짐|집)|나갔|깜깜|캄캄|컴컴|어두|어둡|고장|깜빡|막(?:혔|혀|힘|힙)|새(?:요|네|고있)|샙니|파(?:였|여)|깨(?:졌|져)|망가|쌓(?:였|여)|넘(?:쳤|쳐)|냄새|악취|시끄|그래요|그러네"
                    + "|(?:안|못)(?:들어|켜|나와|나옵|되|돼|됩|됨|됐|고쳐|치))";

    private static final Pattern WORDS =
            Pattern.compile("(?:" + NOT_SOLVED + ")|(?<wish>" + DO_AGAIN + ")|(?<again>" + THERE_AGAIN + ")");

    /** Denies what it follows, or only supposes it. */
    private static final String DENIED =
            "^.{0,2}(?:거|게|것|건|곳|데|부분|상태|일|경우)?(?:은|는|이|도|가)?(?:전혀|하나도)?(?:아니|아닙|아님|없)|^.{0,2}(?:면|까|줄|지(?:도|는)?몰)|^.{0,5}(?:안나|지(?:는|도)?않|지말|지못|않게|없게|없도록|않도록)|줄(?:은|로|만)?알았|[다라]고(?:는|도)?(?:하지|말|생각하지)|도(?:됩|돼|괜찮)|취소|취하|철회|필요없";

    private static final String SOLVED =
            "(?<![안못])(?:됐|되었)(?:네|어요|습니다|음)|잘(?:됐|되었|됨|되(?!게|도록)|돼|켜|나와|들어|처리[됐되]|해결|고쳐[졌주]|작동)|해결(?:이|은)?(?:됐|되었|됨|돼)|(?<!안)고쳐(?:졌|주셨|주셔|진)|깔끔(?:합|해요|하네)|깨끗(?:해졌|합|해요|하네)|밝(?:아졌|아요|네)|괜찮(?:아|습|네)|좋(?:아요|네|습니다|아졌)|(?<!불)만족(?:합|해|스러)|다행";

    private static final Pattern AFTER_ALL = Pattern.compile(DENIED + "|(?:" + SOLVED + ")(?!다(?:고|는|더|며|면))");

    private Unsolved() {}

    /** Whether it says that the matter is not solved. A question whether it will be is none. */
    static boolean isMeant(String text) {
        String letters = Words.letters(text);
        int end = end(text, letters);
        return end >= 0
                && !Phrases.isAsking(text)
                && !Scores.isPraised(text)
                && !AFTER_ALL.matcher(letters.substring(end)).find();
    }

    /** Whether its words are in the text, whatever is said by them. */
    static boolean isMentioned(String text) {
        return end(text, Words.letters(text)) >= 0;
    }

    /** Where the last of them ends. */
    private static int end(String text, String letters) {
        boolean somewhere = Complaining.isSomewhere(text);
        boolean content = Inquiring.isContent(text);
        Matcher words = WORDS.matcher(letters);
        int end = -1;
        while (words.find()) {
            boolean counts = words.group("again") != null ? !somewhere : words.group("wish") == null || !content;
            end = counts ? words.end() : end;
        }
        return end;
    }
}
