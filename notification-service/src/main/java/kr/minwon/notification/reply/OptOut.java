package kr.minwon.notification.reply;

import java.util.regex.Pattern;

/**
 * The words by which somebody says that they want no more texts; nothing else may stand beside them but how one says them
 * politely. A bare 거부 is none of them: it is also how one declines what a text asks for, such as an extension. Nor is 그만
 * with anything but texts: who writes "그만 좀 시끄럽게 하라고 해주세요" complains.
 */
final class OptOut {
    private static final int LONGEST = 40;

    private static final String TEXTS = "(?:문자메시지|문자메세지|문자|메시지|메세지|알림|안내|광고)";
    private static final String OBJECT = "(?:을|를|은|는|도)?";
    private static final String MORE = "(?:이제|더이상|더는|앞으로|좀|그런|이런|제발)*";

    private static final String REFUSED = "(?:무료|" + TEXTS + ")?" + OBJECT + "수신을?거부" + OBJECT + "좀?"
            + "(?:합니다|해요|함|할게요|할께요|하겠습니다|할래요|한다|해|요|이요|입니다|원합니다|원해요|하고싶습니다|하고싶어요"
            + "|(?:요청|신청|등록|처리)?(?:합니다|해요|할게요|하겠습니다|드립니다|드려요)?"
            + "|(?:요청|신청|등록|처리)?(?:부탁|부탁합니다|부탁해요|부탁드립니다|부탁드려요|부탁드릴게요|바랍니다|바래요)"
            + "|(?:등록|처리)?(?:해|하여)?(?:주세요|주십시오|줘|줘요|주시기바랍니다|주시길바랍니다|주시면됩니다))";
    private static final String ENOUGH = TEXTS + "?" + OBJECT + "그만";
    private static final String SEND_NO_MORE = MORE + TEXTS + "?" + OBJECT + MORE
            + "(?:그만좀?보내(?:세요|요|라|줘|줘요|주세요|주십시오|십시오|시기바랍니다|주시기바랍니다|주시길바랍니다|주셔도됩니다|셔도됩니다)"
            + "|보내지좀?(?:마세요|마십시오|마시기바랍니다|말아주세요|말아주십시오|말아주시기바랍니다|말아줘|말아줘요|말아요|마요|마라|말라|마|않으셔도됩니다|않아도됩니다))";
    private static final String GET_NO_MORE = MORE + TEXTS + OBJECT + MORE
            + "(?:(?:안|그만)받(?:을게요|을래요|겠습니다|고싶습니다|고싶어요)|받(?:고싶)?지않(?:습니다|아요|겠습니다|을게요)|안보내(?:주)?셔도(?:됩니다|돼요|되요))";

    private static final Pattern WORDS = Pattern.compile("(?:[가-힣]{1,4}구청|구청)?(?:" + REFUSED + "|" + ENOUGH + "|"
            + SEND_NO_MORE + "|" + GET_NO_MORE + "|stop|stopall|unsubscribe)");
    /** Somebody may mean it who says more than that. */
    private static final Pattern SOMEWHERE =
            Pattern.compile("수신을?거부|그만.{0,6}보내|" + TEXTS + ".{0,8}(?:보내지좀?[마말]|안보내|그만받|안받)");

    private OptOut() {}

    static boolean isSaidBy(String text) {
        return areTheWordsOf(text) && !Phrases.isQuestion(text);
    }

    /** Whether it may be meant by what says more, or asks: people read that. */
    static boolean isMaybeSaidBy(String text) {
        return areTheWordsOf(text) || SOMEWHERE.matcher(Words.letters(text)).find();
    }

    private static boolean areTheWordsOf(String text) {
        String letters = Words.letters(text);
        return letters.length() <= LONGEST
                && (WORDS.matcher(letters).matches()
                        || WORDS.matcher(Phrases.withoutCourtesy(letters)).matches());
    }
}
