package kr.minwon.notification.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import kr.minwon.notification.Seeded;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.Standing;
import kr.minwon.notification.message.Standing.Phase;
import kr.minwon.notification.reply.Meaning.Kind;
import kr.minwon.notification.reply.Meaning.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstandingTests {
    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private final Understanding understanding =
            new Understanding(List.of("서구청"), () -> Seeded.templates().texts());

    private static CaseRecord one(String receiptNumber, UnaryOperator<Standing> how) {
        return CaseRecord.opened(
                        new About(MessageMother.complaintId(), "seogu", receiptNumber),
                        "sealed",
                        true,
                        YESTERDAY,
                        Spoken.KOREAN)
                .standing(how.apply(Standing.NEW.in(Phase.OPEN, YESTERDAY)));
    }

    private static CaseRecord open() {
        return one("2611-4821-9375", now -> now);
    }

    private static CaseRecord answered() {
        return one("2611-4821-9375", now -> now.in(Phase.ANSWERED, YESTERDAY));
    }

    private static CaseRecord awaitingSupplement() {
        return one("2611-4821-9375", now -> now.supplement(true, YESTERDAY));
    }

    private static CaseRecord awaitingConsent() {
        return one("2611-4821-9375", now -> now.consent(true, YESTERDAY));
    }

    private Meaning of(String text, CaseRecord... cases) {
        return understanding.of(Words.of(text).beginning(), List.of(cases), NOW);
    }

    private Kind kind(String text, CaseRecord... cases) {
        return of(text, cases).kind();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5|5",
                " 5 |5",
                "５|5",
                "5점|5",
                "5 점이요|5",
                "5점입니다.|5",
                "만족도 4|4",
                "만족도는 4점입니다|4",
                "만족도: 3|3",
                "평점 2점|2",
                "1번|1",
                "5점 드립니다^^|5",
                "5점 드려요 ♥|5",
                "5점만점에 4점|4",
                "별 다섯개|5",
                "별세개요|3",
                "⭐⭐⭐⭐⭐|5",
                "★★☆|2",
                "매우만족|5",
                "매우 만족합니다|5",
                "아주 만족 👍|5",
                "만족|4",
                "만족해요~|4",
                "만족합니다!!|4",
                "보통|3",
                "보통이에요|3",
                "불만족|2",
                "불만족입니다|2",
                "매우불만족|1",
                "매우 불만족스럽습니다|1",
                "5점 감사합니다|5",
                "네 5점이요 수고하세요|5",
                "5점! 빨리 고쳐주셔서 감사합니다|5",
                "만족도 5 친절하게 알려 주셔서 좋았어요|5",
                "매우 만족합니다. 밤길이 밝아졌어요|5",
                "4점, 조금 늦었지만 잘 처리됐네요|4",
                "5점 만점에 3점 주겠습니다|3",
                "５점 만점에 ２점|2",
                "5점 만점 중에 4점 드려요|4",
                "재처리해 주셔서 감사합니다. 5점|5",
                "고쳐 주셔서 감사합니다! 5점입니다|5",
                "⑤|5",
                "①점|1",
                "만족도 ③|3",
                "다섯|5",
                "오점|5",
                "삼점이요|3",
                "네 점이요|4",
                "매우만족 5점 감사합니다|5",
                "매우 만족 5점|5",
                "5점(매우 만족)|5",
                "매우 만족(5)|5",
                "만족 5|5",
                "만족 4점|4",
                "만족(4점)이요|4",
                "보통 3점|3",
                "불만족 2점|2",
                "불만족 1점|1",
                "매우불만족 1|1",
                "만점 드립니다|5",
                "만점입니다 감사합니다|5",
                "5점 만점 드려요|5",
                "5/5|5",
                "5 / 5점|5",
                "3.0점|3",
                "4.0|4",
                "⭐⭐⭐⭐⭐ 감사합니다|5",
                "만족도 - 5점|5",
                "2점 불친절했어요|2",
                "1점 답변이 너무 늦었어요|1",
                "3점 그저 그래요|3",
                "1점 별로예요. 실망입니다|1",
                "담당자분이 친절하셨어요 5점|5",
                "다시 점검해 주신 덕분에 밝아졌어요. 5점|5",
                "5점 드리고 싶어요 친절하셨습니다|5",
                "1점 😡|1",
                "4점 조금 아쉬워요|4",
                "5점 ㅎㅎ|5",
                "4점. 만족합니다|4",
                "3점 보통이에요|3",
                "4점 친절하게 안내해 주셔서 좋았어요. 수고하세요|4",
            })
    void afterAnAnswerAScoreIsARating(String text, int score) {
        Meaning meaning = of(text, answered());
        assertThat(meaning.kind()).isEqualTo(Kind.RATING);
        assertThat(meaning.score()).isEqualTo(score);
        assertThat(meaning.about()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "6",
                "10점",
                "55",
                "5동 앞이요",
                "5시에 전화 주세요",
                "5일까지 된다더니요",
                "1~5 중에 뭐죠",
                "⭐⭐⭐⭐⭐⭐",
                "만족하지 않습니다 왜 안 고치죠",
                "1.5점",
                "2.5점",
                "0.5점",
                "4.5점",
                "4.5",
                "4,5점",
                ".5점",
                "2.5점입니다 감사합니다",
                "5점 만점에 2.5점",
                "２．５점",
                "4.99점",
                "1~5점",
                "3~4점",
                "3〜4점",
                "3-4점",
                "3–4점입니다",
                "3에서 4점",
                "3점이나 4점",
                "4점에서 5점 사이",
                "3/5",
                "3/5점",
                "4/10",
                "10점 만점에 5점",
                "5/5일",
                "3점 반",
                "-5점",
                "마이너스 5점",
                "5점 정도",
                "4점 이상",
                "만족?",
                "5?",
                "5점?",
                "５점？",
                "5점❓",
                "5점 줄 줄 알았나요",
                "5점 줄 줄 알았어요",
                "매우 만족한다고 했나요?",
                "고쳤네요? 5점",
                "이 점 감사합니다",
                "그 점 좋네요",
            })
    void anotherNumberIsNoRating(String text) {
        assertThat(kind(text, answered())).isNotEqualTo(Kind.RATING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5점 만점에 1점도 아깝네요",
                "5점 주긴 아깝고 2점요",
                "5점 아깝습니다",
                "5점은 못 주겠어요",
                "5점 줄 수 없습니다",
                "5점에서 2점 뺍니다",
                "매우 만족합니다. 농담이고 1점",
                "5점! 근데 또 꺼졌어요",
                "네",
                "이점이 많네요",
                "만족 1점",
                "불만족 5점",
                "매우만족 4점",
                "만점 4점",
                "보통 5점",
                "5점 불친절했어요",
                "5점 조금 늦었어요",
                "1점 최고예요",
                "5점 👎",
                "매우 만족 🤬",
                "4점. 전화주세요 010-1234-5678",
                "3점 전화 주세요",
                "5점 그리고 정문 앞 나무도 위험해요",
                "5점 친절했어요. 다음에는 언제 오시나요",
                "5점 근데 좀 더 빨리 해주세요",
                "2점 담당자 바꿔주세요",
                "5점 좋았는데 별로",
                "5점 만족 못하는데요",
                "1점 취소해 주세요",
                "4점 계속 불편하네요",
                "5점. 화정동 가로등도 고쳐야 해요",
                "5점 줘야 하나 모르겠네",
            })
    void aScoreThatIsTakenBackOrStandsBesideAnotherIsNoRating(String text) {
        assertThat(kind(text, answered())).isIn(Kind.UNCLEAR, Kind.COURTESY);
    }

    @Test
    void beforeAnAnswerNothingIsRated() {
        assertThat(kind("5", open())).isEqualTo(Kind.NOTE);
        assertThat(of("5").why()).isEqualTo(Why.NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "해결 안됨",
                "해결안됨",
                "해결이 안 됐어요",
                "해결이 안됬어요",
                "아직 해결 안 되었습니다",
                "해결되지 않았습니다",
                "해결이 전혀 안됨. 다시 처리해 주세요",
                "아직도 그대로예요",
                "그대로입니다",
                "여전히 꺼져 있습니다",
                "하나도 안고쳐졌어요",
                "고쳐지지 않았어요",
                "처리가 안 됐습니다",
                "달라진 게 없네요",
                "다시 확인해주세요",
                "재처리 요청합니다",
                "답변이 부족합니다",
                "1점 해결이 안됐습니다",
                "매우 불만족합니다. 아직도 꺼져 있어요",
                "해결 안 됐어요 😡 감사합니다",
                "미해결",
                "재처리",
                "재처리 바랍니다",
                "다시 한번 확인 부탁드립니다",
                "다시 점검해 주시면 감사하겠습니다",
                "처리해 주셔서 감사한데 아직 그대로예요",
                "다시 고쳐주세요",
                "다시 처리해야 할 것 같아요",
                "또 꺼졌습니다",
                "또 그래요",
                "아직도 냄새나요",
                "아직 냄새가 나요",
                "제대로 안 고쳤어요",
                "불이 다시 안들어와요",
                "다시 불이 안 들어와요",
                "아직도 깜깜합니다",
                "여전히 어두워요",
                "다시 고장났어요",
                "가로등이 또 꺼졌어요",
                "고쳐졌는데 또 꺼졌어요",
                "해결된 줄 알았는데 또 고장입니다",
                "처리됐다는데 아직 그대로예요",
                "아직도 그대로인데 처리됐다고 하네요",
                "점수는 2점. 다시 꺼졌어요",
                "1점 다시 해주세요",
                "3점 아직도 어두워요",
                "5점 만점에 1점. 해결 안됨",
                "만족하지 않습니다. 해결이 안 됐어요",
                "2.5점 해결이 안 됐어요",
            })
    void notSolvedAsksForOneMoreAnswer(String text) {
        assertThat(kind(text, answered())).isEqualTo(Kind.REOPENING);
        assertThat(kind(text, one("2611-4821-9375", now -> now.in(Phase.RATED, YESTERDAY))))
                .isEqualTo(Kind.REOPENING);
        assertThat(kind(text, open()))
                .as("of an open case it is for its officer")
                .isEqualTo(Kind.NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "해결 안된거 아니고 잘됐어요 5점",
                "해결 안 된 건 없어요",
                "해결 안 된 건 없어요. 5점",
                "해결안된거 없이 깔끔합니다",
                "아직도 안됐을 줄 알았는데 됐네요 감사합니다",
                "해결되지 않았다고 하지 마세요",
                "해결 안 됐다고는 말 안 했어요",
                "미해결은 아니고요",
                "답변이 이상 없습니다",
                "답변이 틀림없네요",
                "처리 안 됐다고 신고한 건 취소합니다",
                "아직 그대로예요 근데 이제 필요없어요",
                "지금도 안 꺼지고 잘 나와요",
                "또 꺼질까 봐 걱정했는데 괜찮네요",
                "또 고장나면 연락드릴게요",
                "다시 냄새가 안 나요",
                "또 고장 안 나게 해주세요",
                "또 꺼졌나요?",
                "5점 해결이 안 됐어요",
                "매우 만족합니다. 아직 그대로예요",
                "⭐⭐⭐⭐⭐ 아직 그대로예요",
                "4.5점 해결 안 됐어요",
                "만점 드려요 또 꺼졌네요",
                "치평동 정문 앞 불이 또 꺼졌어요",
            })
    void whatIsDeniedOrPraisedInTheSameTextIsForPeople(String text) {
        assertThat(of(text, answered()).why()).isEqualTo(Why.AFTER_ANSWER);
        assertThat(kind(text, open())).isEqualTo(Kind.NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "다시 확인해 보니 고쳐졌네요 감사합니다",
                "다시 처리해 주셔서 고맙습니다",
                "재처리 감사합니다",
                "다시 점검해 주신 덕분에 밝아졌어요",
                "다시 확인 부탁드렸는데 잘 처리됐네요",
                "재처리 요청했더니 바로 됐습니다",
                "해결이 안 되면 어떻게 하나요?",
                "왜 해결이 안 됐나요?",
                "잘 해결됐어요 감사합니다",
                "해결되었습니다",
                "다음에는 언제 오시는지",
                "민원실 위치가 어디예요?"
            })
    void aQuestionAfterAnAnswerOpensNothingAgain(String text) {
        assertThat(kind(text, answered())).isNotIn(Kind.REOPENING, Kind.RATING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "동의",
                "동의합니다",
                "동의해요",
                "네 동의합니다",
                "예, 동의함.",
                "연장에 동의합니다",
                "기간 연장 동의해요 수고하세요",
                "동의 할게요",
                "찬성합니다",
                "연장해도 됩니다",
                "연장 괜찮아요",
            })
    void yesIsConsentWhereItWasAskedFor(String text) {
        Meaning meaning = of(text, awaitingConsent());
        assertThat(meaning.kind()).isEqualTo(Kind.CONSENT);
        assertThat(meaning.agreed()).isTrue();
        assertThat(kind(text, open())).isEqualTo(Kind.NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "거부",
                "거부합니다",
                "동의하지 않습니다",
                "동의 안합니다",
                "동의 안 함",
                "동의 못합니다",
                "아니요 동의하지 않아요",
                "반대",
                "연장 반대합니다",
                "연장 거부",
                "연장하지 마세요",
                "연장 안 돼요",
            })
    void noIsNoConsent(String text) {
        Meaning meaning = of(text, awaitingConsent());
        assertThat(meaning.kind()).isEqualTo(Kind.CONSENT);
        assertThat(meaning.agreed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "네",
                "예",
                "넵 알겠습니다",
                "동의하면 언제까지인가요?",
                "동의해야 하나요",
                "왜 또 연장하죠",
                "동의?",
                "동의합니다?",
                "동의 👎",
                "거부?",
                "연장해도 됩니다？"
            })
    void whatIsNoClearWordOnConsentIsForTheOfficer(String text) {
        assertThat(kind(text, awaitingConsent())).isEqualTo(Kind.NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "화정3동 12-3번지 전봇대 옆입니다",
                "전봇대 번호는 1234X567 이에요",
                "101동 203호 앞 복도입니다. 밤 10시 이후에 그렇습니다",
                "차량번호 12가3456",
                "12-3번지 2층 간판입니다",
                "사진이 없어서 말로 설명드리면 정문 앞 두번째 가로등입니다",
                "네 어제 밤 9시쯤이고 차량번호는 12가3456입니다",
                "정확한 번지는 모르겠고 세정아울렛 맞은편입니다",
                "치평동 123",
                "빨간색 승용차예요",
                "정문 앞 가로등입니다 사진은 없어요",
                "옆집이 시끄러워요",
                "네 화정동입니다",
                "안내판 옆입니다",
                "가로등이 밤새 켜져 있습니다",
                "빨간색 소나타예요",
                "사진은 없고 위치는 정문 앞입니다",
                "매일 새벽 2시에 시끄러워요",
                "정문 앞 가로등입니다. 빨리 고쳐주세요 감사합니다",
                "연락처는 010-1234-5678입니다",
                "쓰레기를 새벽에 몰래 버리고 갑니다",
                "상무대로 12 앞이요",
            })
    void theAnswerToASupplementRequestIsTheSupplement(String text) {
        assertThat(kind(text, awaitingSupplement())).isEqualTo(Kind.SUPPLEMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "사진은 링크로 올릴게요",
                "사진은 내일 보내겠습니다",
                "네",
                "알겠습니다",
                "어떤 사진이 필요한가요?",
                "언제까지 보내야 하나요",
                "내일 제출할게요",
                "시간을 더 주세요",
                "링크가 안 열려요",
                "사진 보냈어요",
                "사진 올렸습니다",
                "사진 첨부했어요",
                "사진 보내드렸습니다",
                "사진은 다 냈습니다",
                "사진 찍었어요",
                "사진 올려놨어요",
                "정문 앞 사진 보냈습니다",
                "보냈습니다",
                "카톡으로 보냈는데요",
                "서류는 주민센터에 냈어요",
                "구청 민원실에 제출했습니다",
                "이미 다 냈어요",
                "1",
                "5점",
                "12",
                "전화주세요",
                "전화주세요 010-1234-5678",
                "담당자 바꿔주세요",
                "무슨 보완이요",
                "보완 기간 연장해 주세요",
                "뭘 내라는 거예요",
                "10분만요",
                "12월 3일까지 연장 부탁드립니다",
                "모르겠는데요",
                "12-3번지인지는 모르겠어요",
                "그건 못 드려요",
                "나중에요",
                "안 냅니다",
                "싫어요",
                "사진이 없어요",
                "그냥 취하할게요",
                "정문 앞 가로등 민원 취하합니다",
                "12-3번지 맞나요?",
                "이해가 안 가네요",
                "지금 해외입니다",
                "매일 바빠요",
                "새벽에 전화했어요",
                "그냥 빨리 가로등 고쳐주세요",
                "쓰레기 치워주세요",
                "가로등 번호 없어요",
                "등기 12345로 부쳤어요",
                "내일 정문 앞에서 봐요",
                "어제 말씀드렸는데요",
                "두번째 사진 보세요",
                "12월 3일까지 낼게요",
                "12월 3일에 갈게요. 감사합니다",
                "5분 뒤에 할게요",
                "주소는 아까 썼는데",
                "우편으로 부쳤어요",
            })
    void whatPromisesOrAsksLeavesTheRequestOpen(String text) {
        assertThat(kind(text, awaitingSupplement())).isEqualTo(Kind.NOTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"언제 고쳐지나요?", "아직인가요", "담당자 전화번호 좀 알려주세요", "가로등 옆 나무도 위험해요", "ㅇㄷ", "1234"})
    void anythingElseInAnOpenCaseIsForItsOfficer(String text) {
        Meaning meaning = of(text, open());
        assertThat(meaning.kind()).isEqualTo(Kind.NOTE);
        assertThat(meaning.about()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "감사합니다",
                "네 감사합니다~",
                "고맙습니다 ^^",
                "수고하세요",
                "네",
                "알겠습니다",
                "확인했습니다!",
                "👍",
                "ㅇㅋ",
                "넵 수고하세요",
                "🙏🙏",
                "😊",
                "❤️",
                "네 👌🏻",
                "감사합니다 🙇‍♀️",
                "^^"
            })
    void thanksAreKeptAndNobodyHasToLook(String text) {
        assertThat(kind(text, open())).isEqualTo(Kind.COURTESY);
        assertThat(kind(text, answered())).isEqualTo(Kind.COURTESY);
        assertThat(kind(text)).isEqualTo(Kind.COURTESY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"😡😡", "👎", "😭", "🤬", "감사합니다 😡", "고쳐 주셔서 감사합니다 👎", "네?", "확인?", "...", "?"})
    void anAngryFaceAndAQuestionAreNoThanks(String text) {
        assertThat(of(text, answered()).why()).isEqualTo(Why.AFTER_ANSWER);
        assertThat(kind(text, open())).isEqualTo(Kind.NOTE);
        assertThat(of(text).why()).isEqualTo(Why.NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "화정3동 놀이터 가로등 꺼짐|화정3동",
                "화정3동에 놀이터 가로등이 꺼졌어요|화정3동",
                "치평동 세정아울렛 앞 도로가 움푹 파였어요|치평동",
                "풍암동 호수공원 화장실이 고장났습니다|풍암동",
                "집앞에 쓰레기 무단투기가 심해요 ㅠㅠ|",
                "안녕하세요. 금호동 버스정류장 옆에 불법주차가 많아서 위험합니다. 단속해 주세요.|금호동",
                "우리 아파트 앞 하수구에서 악취가 나요|",
                "신호등이 깜빡거려요 농성역 사거리|",
                "공원 운동기구가 부서졌어요|",
                "가로등 꺼짐|",
                "맨홀 막힘|",
                "나무 쓰러짐|",
                "도로가 파임|",
            })
    void ofSomebodyWithoutAnOpenCaseAComplaintIsFiled(String text, String place) {
        Meaning meaning = of(text);
        assertThat(meaning.kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(meaning.place()).isEqualTo(place);
        assertThat(meaning.title()).isNotBlank();
        assertThat(kind(text, one("2611-4821-9375", now -> now.in(Phase.ENDED, YESTERDAY))))
                .isEqualTo(Kind.COMPLAINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "여보세요",
                "누구세요?",
                "전화 주세요",
                "잘못 보냈습니다",
                "민원실 몇 시까지 해요?",
                "ㅋㅋㅋ",
                "아빠 나 폰 고장났어",
                "택배 왔어요",
                "",
                "12",
                "Hello, is anybody there?",
                "가로등",
                "가로등 설치",
                "가로등 고장?"
            })
    void whatIsNoComplaintIsForPeople(String text) {
        Meaning meaning = of(text);
        assertThat(meaning.kind()).isIn(Kind.UNCLEAR, Kind.COURTESY);
        assertThat(of("민원실 몇 시까지 해요?", answered()).why()).isEqualTo(Why.AFTER_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[자동응답] 부재중입니다. 나중에 연락드리겠습니다.",
                "지금은 운전 중이라 전화를 받을 수 없습니다",
                "운전중입니다. 나중에 연락드리겠습니다.",
                "회의 중입니다. 나중에 전화드리겠습니다.",
                "지금은 통화할 수 없습니다.",
                "잠시 후 연락드리겠습니다",
                "자동회신 메시지입니다",
                "부재중이오니 메시지를 남겨주세요",
                "Auto-reply: out of office",
                "[Web발신]\n[서구청] 민원이 접수되었습니다.",
                "[서구청] 민원이 접수되었습니다.\n접수번호 2611-4821-9375",
                "보완하기: https://minwon.example/s/261148219375s1-abcdefghijklmnop",
                "(광고) 오늘만 특가! 무료거부 080-123-4567",
                "( 광고 )대출 상담",
            })
    void aMachineIsNotAnswered(String text) {
        assertThat(kind(text)).isEqualTo(Kind.AUTOMATIC);
        assertThat(kind(text, open())).isEqualTo(Kind.AUTOMATIC);
        assertThat(kind(text, answered())).isEqualTo(Kind.AUTOMATIC);
        assertThat(kind(text, awaitingSupplement())).isEqualTo(Kind.AUTOMATIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"운전 중인데 화정동 도로에 큰 구멍이 있어요", "공사 중이라 먼지가 너무 심해요 우리 집 앞", "영업시간 지난 가게 앞 노점이 시끄러워요"})
    void aPersonWhoDrivesIsNoMachine(String text) {
        assertThat(kind(text)).isEqualTo(Kind.COMPLAINT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://minwon.example/s/261148219375s1-abcdefghijklmnop 링크가 안 열려요|NOTE",
                "[서구청] 민원 … 답변이 등록… → 해결 안됨|NOTE",
                "회의중이라 전화 못 받았습니다. 화정3동 가로등 꺼졌어요|NOTE",
                "회의 중이라 연락 못 드렸어요. 언제 오시나요?|NOTE",
                "'[Web발신]\n[서구청] 민원이 접수되었습니다.\n접수번호 2611-4821-9375\n언제 고쳐지나요'|NOTE",
                "[서구청] 민원이 접수되었습니다. 접수번호 2611-4821-9375 빨리 부탁합니다|NOTE",
            })
    void aPersonWhoQuotesUsOrExplainsThemselvesIsHeard(String text, Kind kind) {
        assertThat(kind(text.replace("\\n", "\n"), open())).isEqualTo(kind);
        assertThat(kind(text.replace("\\n", "\n"))).isNotEqualTo(Kind.AUTOMATIC);
    }

    @Test
    void whatStandsBesideAQuoteIsUnderstood() {
        assertThat(kind("[서구청] 민원 … 답변이 등록… → 해결 안됨", answered())).isEqualTo(Kind.REOPENING);
        String quote = """
                [Web발신]
                [서구청] 민원 2611-4821-9375 답변이 등록되었습니다.
                결과: 수용
                담당: 도로과 김담당 062-360-7114
                누리집에서 접수번호로 확인해 주세요.
                """;
        assertThat(kind(quote, answered())).isEqualTo(Kind.AUTOMATIC);
        assertThat(of(quote + "4점입니다", answered()).score()).isEqualTo(4);
        assertThat(of("4점입니다\n" + quote, answered()).score()).isEqualTo(4);
        assertThat(kind("> " + quote.strip().replace("\n", "\n> ") + "\n해결이 안 됐어요", answered()))
                .isEqualTo(Kind.REOPENING);
        assertThat(kind(quote + "⭐⭐⭐", answered())).isEqualTo(Kind.RATING);
        assertThat(kind(
                        "https://minwon.example/s/261148219375s1-abcdefghijklmnop 화정3동 12-3번지 전봇대 옆입니다",
                        awaitingSupplement()))
                .isEqualTo(Kind.SUPPLEMENT);
    }

    @Test
    void aMachineThatSaysOurWordsOrItsOwnFilesNothing() {
        assertThat(kind("[서구청] 화정동 도로 공사 안내 위험하오니 우회 바랍니다")).isEqualTo(Kind.UNCLEAR);
        assertThat(kind("[자동응답] 부재중입니다. 우리 회사 공사 담당에게 문의 바랍니다")).isIn(Kind.UNCLEAR, Kind.AUTOMATIC);
        assertThat(of("회의중이라 전화 못 받았습니다. 화정3동 가로등 꺼졌어요"))
                .returns(Kind.COMPLAINT, Meaning::kind)
                .returns("화정3동 가로등 꺼졌어요", Meaning::title);
    }

    @Test
    void anAutomaticTextIsKeptAtTheCaseItMayBeAbout() {
        CaseRecord own = open();
        assertThat(of("회의 중입니다. 나중에 전화드리겠습니다.", own).about()).isEqualTo(own.about());
        assertThat(of("회의 중입니다. 나중에 전화드리겠습니다.").about()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "화정동 가로등 고쳐 주셔서 감사합니다",
                "쓰레기 치워주셔서 고맙습니다. 골목이 깨끗해졌어요",
                "도로 보수 잘 해주셔서 감사합니다",
                "덕분에 우리 집 앞 도로가 좋아졌네요 최고입니다",
                "신호등 빨리 고쳐줘서 고마워요",
                "불법주차 단속해 주신 덕분에 골목이 좋아졌어요 감사합니다",
            })
    void thanksForWhatWasDoneFileNothing(String text) {
        assertThat(kind(text, answered())).isEqualTo(Kind.COURTESY);
        assertThat(of(text, answered()).about()).isNotNull();
        assertThat(kind(text)).isEqualTo(Kind.UNCLEAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "서구청 민원실 몇 시까지 해요?",
                "서구청 민원실 몇 시까지 해요",
                "그럼 가로등은 언제 고쳐 주시나요?",
                "구청 주차장 요금이 얼마예요",
                "민원실 전화번호 알려주세요",
                "화정동 주민센터 공사 언제 끝나나요?",
                "폐기물 스티커는 어디서 사나요? 화정동",
                "가로등 신고는 어떻게 하나요",
                "우리 동네 도로 공사 결과가 어떻게 됐는지 궁금합니다",
                "쓰레기 배출 시간 문의드립니다 화정3동",
            })
    void whoAsksForInformationFilesNothing(String text) {
        assertThat(of(text).why()).isEqualTo(Why.NOT_UNDERSTOOD);
        CaseRecord answered = answered();
        assertThat(of(text, answered))
                .returns(Why.AFTER_ANSWER, Meaning::why)
                .returns(answered.about(), Meaning::about);
        assertThat(kind(text, open())).isEqualTo(Kind.NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "가로등 꺼졌어요 고쳐주세요 감사합니다",
                "왜 안 치우나요? 화정3동 쓰레기",
                "화정3동 쓰레기 왜 안 치우나요?",
                "화정동 가로등 좀 고쳐주실 수 있나요?",
                "항상 수고해 주셔서 감사합니다. 화정동 가로등이 꺼졌어요",
                "늘 애써 주셔서 감사합니다 금호동 도로가 파였어요",
                "화정동 골목에 언제부턴가 쓰레기가 쌓여 있어요",
                "풍암동 맨홀에서 악취가 나요",
                "치평동 불법주차 언제까지 방치할 겁니까?",
                "화정동 도로 고쳐 주셨는데 또 파였어요 다시 부탁드립니다",
                "가로수 가지치기 부탁드립니다 화정로 앞 고맙습니다",
                "농성동 신호등 고장 안 고쳐주나요?",
            })
    void aPoliteComplaintIsFiled(String text) {
        assertThat(kind(text)).isEqualTo(Kind.COMPLAINT);
        assertThat(kind(text, answered())).isIn(Kind.COMPLAINT, Kind.UNCLEAR, Kind.REOPENING);
    }

    @Test
    void afterAnAnswerOnlyWhatIsElsewhereIsAComplaintOfItsOwn() {
        assertThat(kind("치평동 도로가 파였어요", answered())).isEqualTo(Kind.COMPLAINT);
        assertThat(of("가로등 또 꺼졌어요 우리 집 앞", answered()).why()).isEqualTo(Why.AFTER_ANSWER);
        assertThat(of("화정동 그 가로등 다시 꺼졌어요", answered()).why()).isEqualTo(Why.AFTER_ANSWER);
        CaseRecord rated = one("2611-4821-9375", now -> now.in(Phase.RATED, YESTERDAY));
        assertThat(of("가로등이 깜빡여요 우리 집 앞", rated).about()).isEqualTo(rated.about());
        CaseRecord old = one("2611-4821-9375", now -> now.in(Phase.ANSWERED, NOW.minus(Duration.ofDays(90))));
        assertThat(kind("가로등 또 꺼졌어요 우리 집 앞", old)).isEqualTo(Kind.COMPLAINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "차량번호 12가3456 입니다. 그리고 수신거부 해주세요",
                "수신거부는 어떻게 하나요",
                "자료 보냈으니 이제 문자 그만 좀 보내 주셨으면 합니다",
                "문자 자꾸 보내지 말라니까요",
                "수신거부?",
                "STOP?",
                "그만?",
                "수신거부？",
                "수신거부 되나요",
            })
    void whoMayWantNoMoreTextsIsForPeople(String text) {
        assertThat(of(text, awaitingSupplement()).why()).isEqualTo(Why.MAYBE_OPT_OUT);
        assertThat(of(text, open()).why()).isEqualTo(Why.MAYBE_OPT_OUT);
        assertThat(of(text).why()).isEqualTo(Why.MAYBE_OPT_OUT);
    }

    @Test
    void twoCasesThatFitAreForPeople() {
        assertThat(of("5", answered(), one("2611-4821-0000", now -> now.in(Phase.ANSWERED, NOW)))
                        .why())
                .isEqualTo(Why.AMBIGUOUS);
        assertThat(of("언제 되나요?", open(), one("2611-4821-0000", now -> now)).why())
                .isEqualTo(Why.AMBIGUOUS);
    }

    @Test
    void ofTwoTheOneToldOfLastIsMeantWhenTheOtherWasLongAgo() {
        CaseRecord old = one("2611-4821-0000", now -> now.in(Phase.ANSWERED, NOW.minus(Duration.ofDays(10))));
        CaseRecord late = answered();
        assertThat(of("5", old, late).about()).isEqualTo(late.about());
    }

    @Test
    void theNumberOfACaseSaysWhichIsMeant() {
        CaseRecord other = one("2611-4821-0000", now -> now.in(Phase.ANSWERED, NOW));
        Meaning meaning = of("2611-4821-0000 5점", answered(), other);
        assertThat(meaning.kind()).isEqualTo(Kind.RATING);
        assertThat(meaning.about()).isEqualTo(other.about());
        assertThat(of("261148210000 언제 되나요", open(), one("2611-4821-0000", now -> now))
                        .kind())
                .isEqualTo(Kind.NOTE);
    }

    @Test
    void theNumberOfSomebodyElsesCaseOpensNothing() {
        assertThat(of("2611-0000-0000 5점").kind()).isEqualTo(Kind.UNCLEAR);
        for (CaseRecord own : List.of(answered(), open(), awaitingSupplement())) {
            assertThat(of("2611-0000-0000 해결 안됨", own))
                    .returns(Why.OTHER_NUMBER, Meaning::why)
                    .returns(null, Meaning::about);
        }
        assertThat(kind("계좌번호 1101-2345-6789 입니다", awaitingSupplement()))
                .as("not every number is a case's")
                .isEqualTo(Kind.SUPPLEMENT);
    }

    @Test
    void anAnswerOfLongAgoIsNotRated() {
        CaseRecord old = one("2611-4821-9375", now -> now.in(Phase.ANSWERED, NOW.minus(Duration.ofDays(90))));
        assertThat(of("5", old).kind()).isEqualTo(Kind.UNCLEAR);
        assertThat(kind("해결 안됨", old)).isEqualTo(Kind.UNCLEAR);
    }

    @Test
    @Timeout(60)
    void hostileTextsHaveAMeaningAndNoneTakesForEver() {
        Random random = new Random(5);
        List<String> hostile = List.of(
                "가".repeat(10_000),
                "해결".repeat(5_000),
                "5".repeat(10_000),
                "네".repeat(5_000),
                "감사합니다".repeat(2_000),
                "<script>alert(1)</script>",
                "<b>화정3동 가로등 꺼짐</b>",
                "\u202E그만\u202C",
                "\uD83D",
                "\0\u0001\u0007화정3동 놀이터 가로등 꺼짐\u001B[31m",
                "=HYPERLINK(\"http://x\")",
                "'; DROP TABLE cases; --",
                "{\"$ne\":null}",
                "👨‍👩‍👧‍👦".repeat(500),
                random.ints(8_000, 0, 0x110000)
                        .filter(Character::isValidCodePoint)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        for (String text : hostile) {
            for (CaseRecord one : List.of(open(), answered(), awaitingSupplement(), awaitingConsent())) {
                assertThat(of(text, one)).isNotNull();
            }
            assertThat(of(text)).isNotNull();
        }
    }

    @Test
    void whatIsKeptOfATextIsWholeCharactersOfBoundedLength() {
        assertThat(Words.of("\uD83D화정\0동\u202E 꺼짐\r\n끝\uFEFF").text()).isEqualTo("화정동 꺼짐\n끝");
        Words longText = Words.of("뷁🙂".repeat(2_500));
        assertThat(longText.cut()).isFalse();
        assertThat(longText.beginning().codePointCount(0, longText.beginning().length()))
                .isEqualTo(Words.UNDERSTOOD);
        Words cut = Words.of("뷁🙂".repeat(50_000));
        assertThat(cut.cut()).isTrue();
        assertThat(cut.text().codePointCount(0, cut.text().length())).isEqualTo(Words.MOST);
        assertThat(cut.text()).doesNotContain("\uFFFD").endsWith("🙂");
        assertThat(Words.of("\u1112\u116A\u110C\u1165\u11BC").text()).isEqualTo("화정");
    }
}
