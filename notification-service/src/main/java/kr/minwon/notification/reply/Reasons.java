package kr.minwon.notification.reply;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand beside a score: thanks, and why it is so good or so bad. A wish, a question, a figure or another trouble may
 * not, since a rating ends the matter; nor may what says the contrary of the score.
 */
final class Reasons {
    private static final Pattern JUDGING = Pattern.compile(
            "(?<good>(?<!불)친절|(?<!불)만족|감사|고맙|고마|수고|좋|최고|훌륭|신속|빠르|빠른|빨라|빨리|깔끔|깨끗|밝|시원|완벽|꼼꼼|성실|괜찮|덕분|잘(?!못|안|모르)|[가-힣]주(?:셔서|셨|신)|굿)"
                    + "|(?<bad>불친절|불만|불편|불쾌|별로|실망|최악|엉망|답답|성의|대충|형식|짜증|화가|화나|나쁘|나빠|그저그|그냥그|무책임|[가-힣]지않|못|없|안(?:좋|친절|해|했|돼|되|됐|됨))"
                    + "|(?<mild>늦(?:게|었|어|은|네|음|습)?|느[리려린림]|아쉽|아쉬|오래)");

    private static final Pattern WISH = Pattern.compile(
            "(?:전화|연락|통화)(?!주셔|주신|주셨)|바꿔|취소|취하|철회|계속|다시(?!.{0,8}주(?:셔|신|셨))|(?:하세|보세|오세|가세)요|십시오|라$|해야|했으면|면좋겠|바래|원합|원해|필요|왜|언제|어디|무슨|궁금|[가-힣]줘(?:요)?$");
    /** One score is enough. */
    private static final Pattern FIGURE = Pattern.compile("\\d|[일이삼사오한두세네]점(?!이많)|만점");

    private Reasons() {}

    /** Whether nothing else is said in these sentences beside the score. */
    static boolean areIn(List<String> sentences, int score) {
        return sentences.stream()
                .flatMap(Inquiring::sentences)
                .filter(sentence -> !Words.letters(sentence).isEmpty())
                .allMatch(sentence -> Phrases.isCourtesy(sentence)
                        || Scores.inWords(sentence)
                                .map(words -> words.contains(score))
                                .orElseGet(() -> isReason(sentence, score)));
    }

    private static boolean isReason(String sentence, int score) {
        String letters = Phrases.withoutCourtesy(Words.letters(sentence));
        return judges(Words.letters(sentence), score)
                && !FIGURE.matcher(letters).find()
                && !WISH.matcher(letters).find()
                && !Inquiring.wantsMore(sentence)
                && !Inquiring.tellsOfTrouble(JUDGING.matcher(letters).replaceAll(" "), sentence);
    }

    /** What is said last counts: 조금 늦었지만 잘 처리됐네요. */
    private static boolean judges(String letters, int score) {
        Matcher judging = JUDGING.matcher(letters);
        boolean fits = false;
        while (judging.find()) {
            fits = judging.group("good") != null ? score >= 3 : score <= (judging.group("mild") != null ? 4 : 3);
        }
        return fits;
    }
}
