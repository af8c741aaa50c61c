package kr.minwon.notification.reply;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people say it: the words of ratings, consent, thanks and being left unsatisfied, in Korean as it is typed. */
final class Phrases {
    private static final String POLITE =
            "(?:이?에요|예요|이요|요|입니다|합니다|해요|함|했습니다|했어요|스럽습니다|스러워요|드립니다|드려요|드릴게요|드릴께요|줄게요|줍니다|임)?";

    /** Begins or ends what is meant without changing it. */
    private static final Pattern COURTESY = Pattern.compile(
            "^(?:네|예|넵|넹|ㅇㅇ|안녕하세요|수고하십니다)|(?:정말|너무|항상|늘|매우|많이|진심으로)?(?:감사(?:합니다|해요|드립니다|드려요|함다|용)?|고맙습니다|고마워요|고맙네요|땡큐|수고(?:하세요|하셨습니다|하셨어요|많으십니다|많으셨습니다|많으세요)|부탁드립니다)$");

    private static final Pattern NODS = Pattern.compile(
            "(?:네|예|넵|넹|ㅇㅇ|ㅇㅋ|ok|okay|오케이|알겠습니다|알겠어요|알았습니다|확인했습니다|확인하였습니다|확인|ㄱㅅ|ㄳ|thanks|thankyou|좋아요|좋습니다|잘봤습니다|잘받았습니다)*");

    private static final Pattern NUMBER =
            Pattern.compile("(?:만족도|평점|점수|별점|평가)?(?:은|는|을|를)?(?:5점만점에)?([1-5])(?:점|번|개)?" + POLITE);
    private static final Pattern STARS =
            Pattern.compile("[\\u2B50\\u2605\\u2606\\uFE0F\\s]*[\\u2B50\\u2605][\\u2B50\\u2605\\u2606\\uFE0F\\s]*");
    private static final Pattern COUNTED = Pattern.compile("별(?:점)?(하나|한|둘|두|셋|세|넷|네|다섯)(?:개|점)?" + POLITE);
    private static final Map<String, Integer> COUNTS =
            Map.of("하나", 1, "한", 1, "둘", 2, "두", 2, "셋", 3, "세", 3, "넷", 4, "네", 4, "다섯", 5);

    private static final String WORD = "(매우|아주|너무|정말|대단히|대)?(불만족|불만|만족|보통)";
    private static final Pattern WORDED = Pattern.compile("(?:만족도|평가)?(?:은|는)?" + WORD + POLITE);

    /** A rating that says itself to be one, and goes on. */
    private static final Pattern NUMBER_AND_MORE = Pattern.compile(
            "(?:(?:만족도|평점|점수|별점)(?:는|은)?\\s*:?\\s*([1-5])\\s*점?|([1-5])\\s*점)(?:입니다|이에요|드립니다|드려요)?(?:[\\s,.!~]+\\D.*)");

    private static final Pattern WORDED_AND_MORE =
            Pattern.compile("(매우|아주|너무|정말|대)?\\s?(불만족|만족)\\s?(?:합니다|해요|함|했습니다)[\\s,.!~]+.+");

    private static final Pattern UNSOLVED = Pattern.compile(
            "해결(?:이|은|도|을|된게)?(?:아직|아직도|전혀|하나도)?(?:안|못)(?:되었|되|됐|돼|된|됨|됬|댔|했|해|하)(?!면|까)|해결되지(?:는|도)?않|미해결|해결(?:이|된게|된것이?)?없"
                    + "|(?:처리|조치|수리|개선|보수|정비)(?:가|는|도|된게)?(?:아직|전혀|하나도)?(?:안|못)(?:되었|되|됐|돼|된|됨|됬|했)(?!면|까)|(?:처리|조치|수리|개선)되지(?:는|도)?않"
                    + "|아직도?(?:그대로|꺼져|고장|안고|안치|안됐|안되|안된|안켜|불이안|나와|남아|있어요|있습니다|똑같)|(?:여전히|지금도)(?:그대로|꺼져|고장|안|똑같|있|나|심)"
                    + "|그대로(?:에요|예요|입니다|네요|임|인데요?|있어요|있습니다|있네요|있음)|안고쳐(?:졌|져|짐)|고쳐지지않|(?:변한|달라진|바뀐|나아진)(?:게|것이|것도|거)(?:하나도|전혀|아무것도)?없"
                    + "|재처리|다시(?:처리|답변|확인|조치|점검|수리)(?:해|를|좀|부탁|요청|바랍|하)|답변(?:이|은)(?:부족|불충분|이상|틀|안맞|성의없|마음에안|맘에안|납득)");
    private static final Pattern ASKS =
            Pattern.compile("(?:나요|까요|는지요?|가요|ㄴ가요|은가요|을까|되나|건가요|인지요?|죠|어떻게)[?？!.~\\s]*$|[?？]\\s*$");

    private static final Pattern AGREES = Pattern.compile(
            "(?:네|예|넵)*(?:기간|처리기간|기한)?(?:연장|재연장)?(?:에|을|하는데|하는것에)?(?:동의|찬성|승낙|허락)(?:합니다|해요|함|할게요|할께요|하겠습니다|드립니다|드려요|요|입니다|했습니다|한다|해|하고요|됨)?");
    private static final Pattern LETS =
            Pattern.compile("(?:네|예|넵)*(?:기간|처리기간)?연장(?:해도|하셔도)?(?:됩니다|되요|돼요|괜찮습니다|괜찮아요|좋습니다|하세요|해주세요|하십시오)");
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

    /** The rating that a text gives. */
    static OptionalInt score(String text) {
        String bare = text.strip();
        if (STARS.matcher(bare).matches()) {
            int stars = (int) bare.codePoints()
                    .filter(point -> point == 0x2B50 || point == 0x2605)
                    .count();
            return stars <= 5 ? OptionalInt.of(stars) : OptionalInt.empty();
        }
        String letters = Words.letters(text);
        String said = withoutCourtesy(letters);
        for (String one : new String[] {letters, said}) {
            OptionalInt score = plain(one);
            if (score.isPresent()) {
                return score;
            }
        }
        String line = Words.line(text);
        Matcher number = NUMBER_AND_MORE.matcher(line);
        if (number.matches()) {
            return OptionalInt.of(Integer.parseInt(number.group(1) == null ? number.group(2) : number.group(1)));
        }
        Matcher worded = WORDED_AND_MORE.matcher(line);
        return worded.matches() ? of(worded) : OptionalInt.empty();
    }

    private static OptionalInt plain(String letters) {
        Matcher number = NUMBER.matcher(letters);
        if (number.matches()) {
            return OptionalInt.of(Integer.parseInt(number.group(1)));
        }
        Matcher counted = COUNTED.matcher(letters);
        if (counted.matches()) {
            return OptionalInt.of(COUNTS.getOrDefault(counted.group(1), 0));
        }
        Matcher worded = WORDED.matcher(letters);
        return worded.matches() ? of(worded) : OptionalInt.empty();
    }

    private static OptionalInt of(Matcher worded) {
        boolean very = worded.group(1) != null;
        return OptionalInt.of(
                switch (worded.group(2)) {
                    case "만족" -> very ? 5 : 4;
                    case "보통" -> 3;
                    default -> very ? 1 : 2;
                });
    }

    /** Whether it says that the matter is not solved. A question whether it will be is none. */
    static boolean isUnsolved(String text) {
        return UNSOLVED.matcher(Words.letters(text)).find() && !isAsking(text);
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
