package kr.minwon.complaint.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed, understood; and the words a case keeps. */
class SearchQueryTests {
    private final SearchWords words = new SearchWords(new SpacedWords());

    private static Complaint withText(String text) {
        return ComplaintMother.changed(
                ComplaintMother.in(ComplaintStatus.ASSIGNED).change(text, ComplaintMother.LATER, null));
    }

    private SearchQuery of(String typed) {
        return SearchQuery.of(typed, words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2611-4821-9375",
                "261148219375",
                "2611 4821 9375",
                " 2611–4821–9375 ",
                "2611−4821−9375",
                "２６１１－４８２１－９３７５",
                "2611-4821- 9375"
            })
    void isACaseByItsNumber(String typed) {
        assertThat(of(typed)).isEqualTo(new SearchQuery.ByNumber(new ReceiptNumber("2611-4821-9375")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2611-4821-9376", "2611-4812-9375", "000000000001"})
    void isAMistypedNumber(String typed) {
        assertThat(of(typed)).isEqualTo(new SearchQuery.MistypedNumber());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010-1234-5678",
                "01012345678",
                "０１０ １２３４ ５６７８",
                "보안등 010-1234-5678",
                "+82 10-1234-5678",
                "821012345678",
                "(010)1234-5678",
                "011-123-4567",
                "800101-1234567",
                "8001011234567"
            })
    void isOfAPerson(String typed) {
        assertThat(of(typed)).isEqualTo(new SearchQuery.OfAPerson());
    }

    @ParameterizedTest
    @ValueSource(strings = {"!?", "…", "-", "{}", "\"'"})
    void isNoWord(String typed) {
        assertThat(of(typed)).isEqualTo(new SearchQuery.NoWord());
    }

    @ParameterizedTest
    @ValueSource(strings = {"보안등 화정동", "2611-4821", "화정3동 12-3", "{\"$ne\":null}", "26114821937", "062-123-4567"})
    void isWordsOtherwise(String typed) {
        assertThat(of(typed)).isInstanceOf(SearchQuery.ByWords.class);
    }

    @Test
    void namesEachWordOnce() {
        assertThat(words.of("가 나 가")).containsExactly("가", "나");
    }

    @Test
    void readsDecomposedLettersAsTheSame() {
        assertThat(words.of(Normalizer.normalize("보안등", Normalizer.Form.NFD))).containsExactly("보안등");
    }

    @Test
    void aCaseIsFoundByItsTitleTextAddressAndAnswers() {
        assertThat(words.of(ComplaintMother.in(ComplaintStatus.ANSWERED)))
                .contains("보안등이", "사흘째", "화정3동", "고쳤습니다")
                .doesNotHaveDuplicates();
        assertThat(words.of(ComplaintMother.in(ComplaintStatus.ASSIGNED))).doesNotContain("고쳤습니다");
    }

    @Test
    void aCaseIsNotFoundByNumbersOfPeopleInIt() {
        Complaint complaint = withText("전화 010-9876-4321, 주민번호 800101-1234567");

        assertThat(words.of(complaint)).contains("전화", "주민번호").doesNotContain("9876", "4321", "800101", "1234567");
    }

    @Test
    void aCaseKeepsABoundedNumberOfWords() {
        ArrayList<String> many = new ArrayList<>();
        for (int n = 0; n < 1_000; n++) {
            many.add("w" + n);
        }
        Complaint complaint = withText(String.join(" ", many));

        assertThat(words.of(complaint)).hasSize(Limits.WORDS).contains("보안등이");
    }
}
