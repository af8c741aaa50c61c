package kr.minwon.notification.reply;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a complaint by its words, and what of it can be filled in. */
final class Complaining {
    private static final int SHORTEST = 6;
    private static final int LONGEST_TITLE = 40;

    /** Something is broken. */
    private static final String BROKEN =
            "꺼(?:짐|져|졌|진)|깜빡|고장|파손|파(?:였|여|임|인|헤)|패(?:였|여|임|인)|깨(?:졌|져|짐|진)|부서|부러|망가|무너|쓰러|막(?:힘|혀|혔|힌)|누수|넘(?:쳐|침|칩)|침수|역류";
    /** Something is wrong, or somebody asks for work. */
    private static final Pattern TROUBLE = Pattern.compile(
            BROKEN + "|넘어|떨어|막고|새(?:요|고|는|서)|샙니다|고(?:여|인|임)|물이(?:안|차|고|새|나)|단수"
                    + "|불법|무단|투기|방치|쓰레기|폐기물|악취|냄새|매연|먼지|연기|소음|시끄|진동|공사|주차|주정차|견인|단속|현수막|광고물|노점|적치|벌레|모기|해충|쥐|비둘기|고양이|들개|유기견|죽어|사체|로드킬"
                    + "|위험|미끄|결빙|빙판|제설|눈이|싱크홀|포트홀|구멍|균열|갈라|꺼진|내려앉|침하|흔들|기울|녹슬|벗겨|지워|안보|안켜|안나|안됨|안돼|안되|안와|늦게|결행|난폭"
                    + "|불편|불친절|민원|신고|제보|고발|요청|건의|고쳐|치워|설치|보수|수리|정비|교체|철거|청소|수거|해주세요|해주십시오|바랍니다|부탁|조치|처리좀|확인좀|가지치기|벌초|제초|잡초|풀이|나무가|나뭇가지|가로수|낙엽");
    /** Somewhere, or something of the office's. */
    private static final Pattern PLACE = Pattern.compile(
            "[가-힣]\\d?동|[가-힣]로|[가-힣]길|\\d번지|\\d-\\d|아파트|빌라|주택|상가|시장|마트|편의점|앞|옆|뒤|근처|건너|맞은편|사거리|삼거리|네거리|교차로|골목|도로|인도|보도|횡단보도|육교|지하도|터널|다리|하천|천변|공원|놀이터|운동장|학교|초교|중학|고교|유치원|어린이집|도서관|주민센터|구청|정류장|정거장|버스|지하철|역|가로등|보안등|신호등|표지판|맨홀|하수구|배수구|빗물받이|화장실|집|우리");

    /** What stands in a street, or lies there. */
    private static final String THINGS =
            "가로등|보안등|신호등|표지판|맨홀|하수구|배수구|빗물받이|도로|인도|보도블록|횡단보도|놀이터|공원|화장실|가로수|나무|쓰레기|폐기물|불법주차|현수막|전봇대|담장|구멍|포트홀";

    private static final Pattern THING = Pattern.compile(THINGS);
    /** As short as 가로등 꺼짐; where it is the link asks. */
    private static final Pattern BROKEN_THING = Pattern.compile("(?:" + THINGS + ")[이가은는]?(?:" + BROKEN + ")");
    /** Of what was said before. */
    private static final Pattern AS_BEFORE = Pattern.compile(
            "(?<!\\d)[1-5]점|그때|저번|지난번|아까|말씀드|신고(?:한|했|드)|접수(?:한|했|된)|민원(?:넣|낸|냈)|답변|또|다시|아직|여전|그럼|그러면|그가로등|그거|그게|거기|계속|역시|재차|그대로");

    private static final Pattern DONG =
            Pattern.compile("(?<![가-힣])([가-힣]{1,4}\\d{0,2}동)(?=$|[^가-힣]|에|의|은|이|입니다|에서|쪽|주민|\\s)");
    private static final Pattern NO_DONG =
            Pattern.compile("(?:아|운|행|이|자|활|노|작|진|변|소|공|감|충|출|연|파|제|냉|난|합|협|반|구|가|발|기|수|부|요|선|폭|율|\\d)동");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。])\\s|\\n");

    private Complaining() {}

    static boolean isIn(String text) {
        String line = Words.line(text);
        String letters = Words.letters(text);
        return BROKEN_THING.matcher(letters).find()
                || (letters.codePointCount(0, letters.length()) >= SHORTEST
                        && TROUBLE.matcher(letters).find()
                        && PLACE.matcher(line).find());
    }

    /** Whether it says where, other than by naming a thing. */
    static boolean isSomewhere(String text) {
        return PLACE.matcher(THING.matcher(Words.line(text)).replaceAll(" ")).find();
    }

    static boolean isOfAThing(String letters) {
        return THING.matcher(letters).find();
    }

    /** Whether something is wrong in it, wherever that is. */
    static boolean isOfTrouble(String text) {
        return TROUBLE.matcher(Words.letters(text)).find();
    }

    /** Whether it complains of something that anybody could find. */
    static boolean isOfSomething(String text) {
        return isIn(text) && (place(text).isPresent() || isOfAThing(Words.letters(text)));
    }

    /** Whether it names a place, and nothing that was said before. */
    static boolean isElsewhere(String text) {
        return place(text).isPresent()
                && !AS_BEFORE.matcher(Words.letters(text)).find();
    }

    /** The first sentence, on one line. */
    static String title(String text) {
        String first = Words.line(SENTENCE_END.split(text.strip(), 2)[0]);
        String whole = first.isEmpty() ? Words.line(text) : first;
        int points = whole.codePointCount(0, whole.length());
        return points <= LONGEST_TITLE
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_TITLE - 1))
                                .stripTrailing() + "…";
    }

    /** The 동 that it names. */
    static Optional<String> place(String text) {
        Matcher dong = DONG.matcher(Words.line(text));
        while (dong.find()) {
            String named = dong.group(1);
            if (!NO_DONG.matcher(named).matches()) {
                return Optional.of(named);
            }
        }
        return Optional.empty();
    }
}
