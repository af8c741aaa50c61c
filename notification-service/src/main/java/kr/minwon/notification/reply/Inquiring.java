package kr.minwon.notification.reply;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells who asks for information, or thanks for what was done, from who complains: the words of both are much the same. */
final class Inquiring {
    /** What one wants to know. A complaint may hold these words too; then a person reads it. */
    private static final Pattern INFORMATION = Pattern.compile(
            "몇시|며칠까지|언제(?!부|까지(?:방치|참|내버려|이렇게))|어디(?:서|에|로|에서|가서)?(?:가|인|예|에요|하|신|있|해|물어|전화|사|살|받|찾|버)|전화번호|번호(?:좀|를)?(?:알려|가르쳐)|얼마(?:예|에요|인|입)"
                    + "|어떻게(?:하|되|해야|신청|받)|필요한서류|준비물|담당자가?누구|알려주|알고싶|궁금|문의(?:드|합|해|하)|여쭤|여쭙|진행(?:상황|되고)|결과(?:가|는)(?:어떻게|언제|나왔)");

    /** As a sentence ends; 냄새가 나요 asks nothing. */
    private static final Pattern ASKING = Pattern.compile("(?:(?<![가이취새리음불도기지])나요|까요|는지요|[인은는던건]가요|니까|을까|되나)$");

    private static final Pattern QUESTION_MARK = Pattern.compile("[?？][.!~\\s]*$");
    /** Asks for work, or why none is done. */
    private static final Pattern REPROACH = Pattern.compile(
            "왜|도대체|언제까지(?:방치|참|내버려|이렇게)|안(?:치|고치|해주|나와)|[가-힣]주(?:실|시|면)?(?:면안|수(?:있|없)|시겠|시나|실래|나요|겠)|[가-힣]줄수(?:있|없)|안(?:되|돼|될)(?:나|까)");

    private static final Pattern DONE = Pattern.compile(
            "[가-힣](?:주셔서|줘서|주신|주셨|주시니|줬네)|덕분|(?:고쳐|치워|없어|사라|깨끗해|밝아|좋아|나아)(?:졌|져서)|(?:해결|처리|조치|수리|정비|개선)(?:이|가)?(?:잘|다|빨리)?(?:됐|되었|돼서|되어서|되니)|잘(?:처리|해결|고쳐|됐|되었)");
    private static final Pattern GRATEFUL = Pattern.compile("감사|고맙|고마|수고|최고|좋(?:아요|네요|습니다)|만족|훌륭|친절");
    private static final Pattern WANTS_MORE = Pattern.compile(
            "[가-힣](?:주세요|주십시오|주시기|주시길|주시면|주실)|바랍니다|부탁(?!드렸|했)|해달라|그런데|근데|하지만|그렇지만|다만|아직|여전|또(?!한)|그대로|[안못](?:됐|되었|된|고쳐|치우)|다시(?:꺼|고장|막|새|쌓|파)");
    private static final Pattern SENTENCE_END =
            Pattern.compile("[.!?~\\n]+|(?<=감사합니다|감사해요|고맙습니다|고마워요|수고하세요|수고하십니다)\\s*");

    private Inquiring() {}

    /** Whether it asks for information. */
    static boolean asks(String text) {
        String letters = Words.letters(text);
        return INFORMATION.matcher(letters).find()
                || ((QUESTION_MARK.matcher(text).find()
                                || ASKING.matcher(letters).find())
                        && !REPROACH.matcher(letters).find());
    }

    /** Whether it thanks for what was done, and tells of no other trouble. */
    static boolean thanks(String text) {
        return isContent(text)
                && GRATEFUL.matcher(Words.letters(text)).find()
                && !Emoji.isUnfriendly(text)
                && sentences(text).noneMatch(sentence -> tellsOfTrouble(sentence, sentence));
    }

    /** The sentences of a text, marks between them or not. */
    static Stream<String> sentences(String text) {
        return SENTENCE_END.splitAsStream(text);
    }

    /**
     * Whether it tells of trouble that nobody has seen to.
     *
     * @param said of it what may be trouble
     */
    static boolean tellsOfTrouble(String said, String sentence) {
        return Complaining.isOfTrouble(said)
                && !DONE.matcher(Words.letters(sentence)).find();
    }

    static boolean wantsMore(String text) {
        return WANTS_MORE.matcher(Words.letters(text)).find();
    }

    /** Whether it says that something was done, and wants nothing more. */
    static boolean isContent(String text) {
        String letters = Words.letters(text);
        return DONE.matcher(letters).find() && !wantsMore(text);
    }
}
