package kr.minwon.complaint.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicTextTests {
    private static final String NAME = "홍길동";
    private static final String PHONE = "01012345678";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010-9876-5432",
                "01098765432",
                "010 9876 5432",
                "010.9876.5432",
                "０１０-９８７６-５４３２",
                "+82 10-9876-5432",
                "+82-(0)10-9876-5432",
                "062-360-7114",
                "02)123-4567",
                "070-1234-5678",
                "010·1234·5678",
                "0-1-0-1-2-3-4-5-6-7-8",
                "neighbour@example.co.kr",
                "이웃.사람@한메일.net",
                "900101-1234567",
                "9001011234567",
                "1234-5678-9012-3456",
                "12가 3456",
                "123가4567",
                "홍길동",
                "홍 길 동",
                "길동",
                "홍.길.동",
                "홍－길동",
                "\u1112\u1169\u11bc\u1100\u1175\u11af\u1103\u1169\u11bc",
                "길동 홍",
                "010－9876－5432",
                "010\u20149876\u20145432",
                "010\u00a09876\u30005432",
                "010/9876/5432",
                "010_9876~5432",
                "010\u200b-9876-5432",
                "010ㅡ9876ㅡ5432",
                "82-10-9876-5432",
                "0082 10 9876 5432",
                "062／360／7114",
                "900101－1234567",
                "900101 \u2014 1234567",
                "９００１０１－１２３４５６７",
                "900101.1234567",
                "１２３４－５６７８－９０１２－３４５６",
                "1234.5678.9012.3456",
                "1234\u30005678\u30009012\u30003456",
                "12\u1100\u1161 3456",
                "１２가-３４５６",
                "neighbour＠example．co．kr"
            })
    void hidesWhatIsSomebodys(String personal) {
        assertThat(PublicText.of("여기로 " + personal + " 연락 주세요", NAME, PHONE)).isEqualTo("여기로 *** 연락 주세요");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026년 11월 30일 오후 3시 20분부터",
                "11월 2026",
                "35.1468, 126.8781",
                "상무대로 1234번길 5-6",
                "가로등 번호 12345678",
                "접수번호 2611-4821-9375",
                "골목이 어둡습니다. 🌙 똠방각하 <b>&amp;</b>",
                "예산 1,000,000,000원"
            })
    void keepsEverythingElse(String text) {
        assertThat(PublicText.of(text, NAME, PHONE)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "John Smith|I am john smith.|I am ***.",
                "Smith John|I am John Smith.|I am ***.",
                "Smith John|Smith, John|***",
                "Smith John|Smith입니다|***입니다",
                "Smith John|Mr. Smith, twice: Ｊｏｈｎ|Mr. ***, twice: ***",
                "Smith John|Johnson of Blacksmith|Johnson of Blacksmith",
                "J Smith|Smith, J.|***.",
                "Li|a light|a light",
                "Nguyen Van A|a Van Nguyen|***",
                "Jose\u0301|José|***",
                "José|Jose\u0301|***",
                "홍 길동|저는 홍길동이고 길동 올림|저는 ***이고 *** 올림",
                "홍길동|저는 홍 길동, 홍씨|저는 ***, 홍씨",
                "남궁민수|남궁 민수, 민수 올림|***, *** 올림",
                "이 수진|많이 이용하고 수진 이용권도 있는 곳, 수진 이 올림|많이 이용하고 *** 이용권도 있는 곳, *** 올림",
                "이 수|접수이후 이수 올림|접수이후 *** 올림",
                "서문수|문수 올림|*** 올림",
                "김구|구청 앞 김구 올림|구청 앞 *** 올림",
                "王小明|我叫王小明。|我叫***。",
                "김|김치 냄새|김치 냄새",
                "a.*b|axxb|axxb"
            })
    void takesANameForWhatItIs(String name, String text, String shown) {
        assertThat(PublicText.of(text, name, "")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "a,a a aa aaa",
        "a,aa aaa aaaa aaaaa",
        "0,홍길동",
        "홍,홍홍홍홍",
        "홍 ,홍 홍 홍 홍",
        "010-,홍길동",
        "a.a@,홍길동",
        "+82 ,홍길동",
        "12가,홍길동",
        "a-,a-a-a-a"
    })
    void aHostileTextIsReadToItsEnd(String piece, String name) {
        String end = " 010-9876-5432 끝";

        assertThat(PublicText.of(piece.repeat(4_000 / piece.length()) + end, name, PHONE))
                .endsWith(" 끝")
                .doesNotContain("9876");
    }

    @Test
    void aTitleThatWasCutFromTheBodyIsCutAnewFromWhatMayBeRead() {
        String body = "가".repeat(90) + " 010-9876-5432 홍길동";
        String cut = body.substring(0, 99) + "…";

        assertThat(PublicText.title(cut, body, NAME, PHONE)).isEqualTo("가".repeat(90) + " *** ***");
        assertThat(PublicText.title("가".repeat(98) + "홍…", "가".repeat(98) + "홍길동입니다", NAME, PHONE))
                .isEqualTo("가".repeat(98) + "*…");
        assertThat(PublicText.title("전화 010-9876-", "\n전화 010-9876-\n5432", NAME, PHONE))
                .isEqualTo("전화 ***");
        assertThat(PublicText.title("홍길동의 민원", "다른 내용", NAME, PHONE)).isEqualTo("***의 민원");
    }
}
