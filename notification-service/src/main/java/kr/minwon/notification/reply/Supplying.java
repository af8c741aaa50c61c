package kr.minwon.notification.reply;

import java.util.regex.Pattern;

/**
 * Tells what was asked for from what is said about it. A supplement sets the case going again, so it has to hold something
 * that can be looked up or looked at, and nothing about how, when or whether it is supplied: photos come by the link, papers
 * by a counter, and who asks, promises, refuses or withdraws has not supplied.
 */
final class Supplying {
    /** A figure that is more than a count, a place, a thing, a time, or the name of what is told. */
    private static final Pattern SUBSTANCE = Pattern.compile(
            "\\d{3,}|\\d-\\d|\\d\\s?(?:층|호|번지|번째|동|시|월|미터|m|대|길|[가-힣]\\s?\\d{2})|[가-힣]{2}(?:대로|\\d*로|길)\\s?\\d|(?:첫|두|세|네)\\s?번째"
                    + "|번지|아파트|빌라|주택|상가|시장|마트|편의점|앞(?!으로)|옆|(?<=[가-힣])\\s?뒤(?:쪽|편|입니다|에\\s|\\s|$)|근처|건너|맞은편|사거리|삼거리|네거리|교차로|골목|육교|지하도|터널|하천|천변|운동장|어린이집|도서관|정류장|정거장|정문|후문|입구|주차장|계단|옥상|복도|현관|담벼락|간판|건물"
                    + "|새벽|밤(?:에|마다|늦게)|아침마다|저녁마다|낮에|주말마다"
                    + "|(?:이름|성함|상호|번호|주소|위치|장소|색깔|색상|차종|차량|시간대|날짜|연락처)(?:은|는|이|가|:)|(?:빨간|파란|노란|하얀|까만|검은|흰|회|은)색|승용차|트럭|오토바이|승합차");

    private static final Pattern NUISANCE = Pattern.compile("불법|무단|투기|폐기물|악취|냄새|매연|먼지|연기|소음|시끄|진동|현수막|광고물|노점|적치|벌레|사체");

    private static final String SENT =
            "링크|사진(?!관|(?:은|이|도)?(?:따로|지금|현재)?없)|보내(?!는)|보냈|보낸|보낼|보냄|올렸|올립|올릴|올리겠|올려(?:드|놨|놓)|첨부|제출|전송|발송|업로드|찍|부쳤|부칠|팩스(?!번호)|등기|메일로|(?<![명씀])드(?:렸|릴게|릴께|릴예정|리겠)|가져(?:갔|갈|다)|(?:^|[에은는도다로전미류진료])(?:서류를|사진을|자료를)?(?:냈|냅니|냄|낼게|낼께|낼예정|내겠)";
    private static final String LATER =
            "나중|이따|조만간|(?:내일|모레|곧|다음주|주말에|이번주).{0,20}(?:보|드|제출|올리|가|내|하)|연장|시간(?:을|이)?(?:더|좀)|더주|늦어|늦을|기다려|만더|뒤에요|후에요|(?:게|께)요$|겠(?:습니다|어요|는데요?|네요|지만요?)?$|예정[가-힣]{0,3}$|(?:봐요|봬요|봅시다|뵙지요)$";
    private static final String REFUSED =
            "못(?:드|보|내|냈|냅|해|합|하|함|찍|올|구)|안(?:냅|냈|낼|냄|내(?:요|겠|려|고|면)|보[내낼냈]|드[려리릴렸]|할|해요|합니다|하겠|함)|싫|거절|거부|필요없|포기|관두|그만|(?:몰라|모릅|모름)[가-힣]{0,5}$";
    private static final String WITHDRAWN = "취하(?:할|하겠|합니다|해주|하고싶|원|신청|요청|$)|취소|철회|없던(?:일|걸)";
    private static final String ASKED =
            "(?:전화|연락|통화|상담|문자)(?:를|을|좀|한번|한통|부탁|주|줘|해|바|드|로|할|하|했|받|안|못|요|$)|담당자|바꿔|무슨|무엇|뭘|뭐(?:가|를|예|에|요|죠|야|지|$)|어떤(?:사진|자료|서류|보완|내용|걸|것|거|부분|식)|어떻|왜(?!냐)|언제|누구|얼마|이해가|잘못보|(?:말씀드렸|설명드렸|알려드렸|말했|얘기했|썼|적었)(?:는데|잖|어|습)[가-힣]{0,3}$";

    private static final Pattern ABOUT_IT = Pattern.compile(String.join("|", SENT, LATER, REFUSED, WITHDRAWN, ASKED));

    /** Asks for the work, or says what there is not; of what, is known. */
    private static final Pattern NOTHING_NEW =
            Pattern.compile("(?:주세요|주십시오|줘요?|바랍니다|바래요|하세요|보세요|없(?:어요|습니다|네요|음|는데요?))$");

    private Supplying() {}

    /** Whether a text holds what was asked for, as far as words can. */
    static boolean isDoneBy(String text) {
        return !Phrases.isQuestion(text)
                && Inquiring.sentences(text).map(Words::letters).noneMatch(Supplying::isOnlyAboutIt)
                && (SUBSTANCE.matcher(Words.line(text)).find()
                        || Complaining.place(text).isPresent()
                        || Inquiring.sentences(text).map(Words::letters).anyMatch(Supplying::tellsOfSomething));
    }

    private static boolean isOnlyAboutIt(String letters) {
        return ABOUT_IT.matcher(Phrases.withoutCourtesy(letters)).find();
    }

    private static boolean tellsOfSomething(String letters) {
        return !NOTHING_NEW.matcher(Phrases.withoutCourtesy(letters)).find()
                && (NUISANCE.matcher(letters).find() || Complaining.isOfAThing(letters));
    }
}
