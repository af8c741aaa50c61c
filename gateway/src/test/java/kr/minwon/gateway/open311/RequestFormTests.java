package kr.minwon.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.minwon.gateway.clients.Filing;
import kr.minwon.problems.FieldErrors.FieldError;
import kr.minwon.problems.InvalidFieldsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFormTests {
    private boolean publicByDefault = true;
    private final Map<String, String[]> form = new LinkedHashMap<>();

    private RequestFormTests with(String name, String... values) {
        form.put(name, values);
        return this;
    }

    private Filing filing() {
        return new RequestForm(Parameters.of(form), publicByDefault).filing("street-light", "가로등·보안등", "ko");
    }

    private void refuses(String field, String code) {
        assertThat(catchThrowableOfType(InvalidFieldsException.class, this::filing)
                        .errors())
                .extracting(FieldError::field, FieldError::code)
                .contains(org.assertj.core.groups.Tuple.tuple(field, code));
    }

    @Test
    void takesTheLeastThatGeoReportAsksFor() {
        Filing filing = with("lat", "35.15").with("long", "126.85").filing();

        assertThat(filing.location()).isEqualTo(new Filing.Location(35.15, 126.85, null));
        assertThat(filing.title()).isEqualTo("가로등·보안등");
        assertThat(filing.body()).isEqualTo("가로등·보안등");
        assertThat(filing.reporter()).isEqualTo(new Filing.Reporter("무기명", null, true));
        assertThat(filing.smsConsent()).isFalse();
        assertThat(filing.isPublic()).isTrue();
        assertThat(filing.note()).isEqualTo("Open311");
    }

    @Test
    void takesEverythingThatGeoReportHas() {
        Filing filing = with("address_string", "상무대로 1")
                .with("address_id", "545483")
                .with("first_name", "길동")
                .with("last_name", "홍")
                .with("phone", "010-1234-5678")
                .with("email", "a@example.com")
                .with("device_id", "tt222111")
                .with("account_id", "123456")
                .with("description", "\n 골목이\t어둡습니다. \n둘째 줄")
                .with("media_url", "https://example.org/a.jpg?b=c")
                .with("attribute[sms_consent]", "true")
                .with("attribute[public]", "false")
                .with("attribute[WHISPAWN][]", "1", "2")
                .filing();

        assertThat(filing.location()).isEqualTo(new Filing.Location(null, null, "상무대로 1"));
        assertThat(filing.title()).isEqualTo("골목이 어둡습니다.");
        assertThat(filing.reporter()).isEqualTo(new Filing.Reporter("홍길동", "010-1234-5678", false));
        assertThat(filing.smsConsent()).isTrue();
        assertThat(filing.isPublic()).isFalse();
        assertThat(filing.note())
                .isEqualTo("Open311\nmedia_url: https://example.org/a.jpg?b=c\naddress_id: 545483\nWHISPAWN: 1, 2");
        assertThat(String.valueOf(filing)).doesNotContain("a@example.com", "tt222111");
    }

    @ParameterizedTest
    @CsvSource({"길동,홍,홍길동", "john,smith,smith john", "길동,,길동", ",홍,홍", "' ','',무기명"})
    void writesNamesInKoreanOrder(String first, String last, String name) {
        with("address_id", "1");
        if (first != null) {
            with("first_name", first);
        }
        if (last != null) {
            with("last_name", last);
        }

        assertThat(filing().reporter().name()).isEqualTo(name);
        assertThat(filing().location().address()).isEqualTo("address_id 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"111111111", "062-360-7114", "+1 202 555 0100", "0101234567", "not a phone"})
    void aPhoneThatIsNoMobileIsToldToTheStaff(String phone) {
        Filing filing = with("address_id", "1").with("phone", phone).filing();

        assertThat(filing.reporter()).isEqualTo(new Filing.Reporter("무기명", null, true));
        assertThat(filing.note()).isEqualTo("Open311\nphone: " + phone + "\naddress_id: 1");
    }

    @Test
    void whoWaitsForTextsIsToldThatAPhoneIsNoMobile() {
        Filing filing = with("address_id", "1")
                .with("phone", "062-360-7114")
                .with("attribute[sms_consent]", "true")
                .filing();

        assertThat(filing.reporter()).isEqualTo(new Filing.Reporter("무기명", "062-360-7114", false));
        assertThat(filing.note()).isEqualTo("Open311\naddress_id: 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"010-1234-5678", "+82 10-1234-5678", "+82(0)10 1234 5678", "０１０－１２３４－５６７８"})
    void aMobileIsAPhoneHoweverItIsTyped(String phone) {
        Filing filing = with("address_id", "1").with("phone", phone).filing();

        assertThat(filing.reporter()).isEqualTo(new Filing.Reporter("무기명", phone, false));
        assertThat(filing.note()).doesNotContain("phone");
    }

    @Test
    void anOfficeMayKeepBackWhatNothingIsSaidOf() {
        publicByDefault = false;

        assertThat(with("address_id", "1").filing().isPublic()).isFalse();
        assertThat(with("attribute[public]", "true").filing().isPublic()).isTrue();
    }

    @Test
    void cutsATitleInWholeCharacters() {
        Filing filing = with("address_string", "a")
                .with("description", "🌙".repeat(101))
                .filing();

        assertThat(filing.title()).isEqualTo("🌙".repeat(99) + "…");
        assertThat(filing.body()).isEqualTo("🌙".repeat(101));
    }

    @Test
    void refusesWhatCannotBeMeant() {
        refuses("lat, long, address_string, address_id", "no-location");
        with("lat", "").with("long", " ").refuses("lat, long, address_string, address_id", "no-location");
        with("lat", "35.1").refuses("long", "half-a-point");
        with("long", "126.8").with("lat", "NaN").refuses("lat", "degrees");
        with("lat", "91").refuses("lat", "degrees");
        with("lat", "0x1p3").refuses("lat", "degrees");
        with("lat", "35.1").with("long", "180.1").refuses("long", "degrees");
        with("media_url", "file:///etc/passwd").refuses("media_url", "not-a-url");
        with("attribute[public]", "yes").refuses("attribute[public]", "unknown-value");
        with("attribute[x]", "a".repeat(501)).refuses("x", "too-long-value");
    }
}
