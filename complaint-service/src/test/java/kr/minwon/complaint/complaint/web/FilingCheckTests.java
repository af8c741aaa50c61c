package kr.minwon.complaint.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kr.minwon.complaint.complaint.Categories;
import kr.minwon.complaint.complaint.Language;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.NewComplaint;
import kr.minwon.complaint.complaint.web.FileComplaintRequest.LocationRequest;
import kr.minwon.complaint.complaint.web.FileComplaintRequest.ReporterRequest;
import kr.minwon.complaint.photo.UploadedPhoto;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.FieldErrors.FieldError;
import kr.minwon.problems.InvalidFieldsException;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit of a filing, at its edge. */
class FilingCheckTests {
    private final FilingCheck check = new FilingCheck(new Categories());

    /** A filing that is good but for what a test changes. */
    private static final class Form {
        private String officeId;
        private String title = "제목";
        private String body = "내용";
        private String category = "waste";
        private LocationRequest location;
        private String name = "홍길동";
        private String phone = "010-1234-5678";
        private Boolean consent = true;
        private String language;
        private Boolean withoutPhone;
        private String note;
        private Caller caller = TestCalls.anonymous();
        private int photos;
    }

    @Test
    void takesAGoodFiling() {
        NewComplaint filing = check(new Form());

        assertThat(filing.phone()).isEqualTo("01012345678");
        assertThat(filing.category()).isEqualTo("waste");
        assertThat(filing.smsConsent()).isTrue();
        assertThat(filing.isPublic()).isFalse();
    }

    @Test
    void textsAreInKoreanUnlessEnglishIsAskedForAndInNothingElse() {
        Form form = new Form();
        assertThat(check(form).language()).isEqualTo(Language.KOREAN);
        form.language = " ";
        assertThat(check(form).language()).isEqualTo(Language.KOREAN);
        NewComplaint korean = check(form);
        form.language = "en";
        assertThat(check(form).language()).isEqualTo(Language.ENGLISH);
        assertThat(check(form).digest()).isNotEqualTo(korean.digest());
        form.language = "fr";
        assertThat(faults(form)).extracting(FieldError::field).containsExactly("language");
    }

    @Test
    void trims() {
        Form form = new Form();
        form.title = "  제목\u3000";
        form.name = " 홍길동 ";

        assertThat(check(form).title()).isEqualTo("제목");
        assertThat(check(form).name()).isEqualTo("홍길동");
    }

    @Test
    void takesEachTextUpToItsLimit() {
        Form form = new Form();
        form.title = "똠".repeat(Limits.TITLE);
        form.body = "😀".repeat(Limits.BODY);
        form.name = "가".repeat(Limits.NAME);
        form.location = LocationRequest.of("가".repeat(Limits.ADDRESS), null, null);
        form.photos = Limits.PHOTOS;

        NewComplaint filing = check(form);

        assertThat(filing.title()).isEqualTo("똠".repeat(Limits.TITLE));
        assertThat(filing.body()).isEqualTo("😀".repeat(Limits.BODY));
    }

    @Test
    void refusesEachTextOneOverItsLimit() {
        Form form = new Form();
        form.title = "똠".repeat(Limits.TITLE + 1);
        form.body = "😀".repeat(Limits.BODY + 1);
        form.name = "가".repeat(Limits.NAME + 1);
        form.phone = "0".repeat(Limits.PHONE_TYPED + 1);
        form.location = LocationRequest.of("가".repeat(Limits.ADDRESS + 1), null, null);
        form.photos = Limits.PHOTOS + 1;

        assertThat(faults(form))
                .extracting(FieldError::field, FieldError::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("title", "too-long"),
                        org.assertj.core.groups.Tuple.tuple("body", "too-long"),
                        org.assertj.core.groups.Tuple.tuple("reporter.name", "too-long"),
                        org.assertj.core.groups.Tuple.tuple("reporter.phone", "too-long"),
                        org.assertj.core.groups.Tuple.tuple("location.address", "too-long"),
                        org.assertj.core.groups.Tuple.tuple("photos", "too-many-photos"));
    }

    @Test
    void saysEverythingThatIsMissingAtOnce() {
        Form form = new Form();
        form.title = null;
        form.body = " \n ";
        form.name = "";
        form.phone = null;

        assertThat(faults(form))
                .allMatch(error -> error.code().equals("required"))
                .extracting(FieldError::field)
                .containsExactly("title", "body", "reporter.name", "reporter.phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"010-123-4567", "011-1234-5678", "전화", "++82", "010-1234-5678 ext 3"})
    void refusesAPhoneThatIsNoMobile(String phone) {
        Form form = new Form();
        form.phone = phone;

        assertThat(faults(form)).extracting(FieldError::code).containsExactly("phone-not-mobile");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void isOfNoCategoryWhenNoneIsGiven(String category) {
        Form form = new Form();
        form.category = category;

        assertThat(check(form).category()).isEqualTo("other");
    }

    @Test
    void namesTheCategoriesItKnows() {
        Form form = new Form();
        form.category = "potholes";

        assertThat(faults(form)).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("category");
            assertThat(error.arguments().getFirst().toString()).contains("road-damage", "other");
        });
    }

    @ParameterizedTest
    @CsvSource({"90, 180", "-90, -180", "35.1468, 126.8781", "0, 0"})
    void takesPointsOfTheEarth(double lat, double lng) {
        Form form = new Form();
        form.location = LocationRequest.of(null, lat, lng);

        assertThat(check(form).location().lat()).isEqualTo(lat);
    }

    @ParameterizedTest
    @CsvSource({"90.0001, 0, location.lat", "-91, 0, location.lat", "0, 180.5, location.lng", "NaN, 0, location.lat"})
    void refusesPointsOutsideIt(double lat, double lng, String field) {
        Form form = new Form();
        form.location = LocationRequest.of(null, lat, lng);

        assertThat(faults(form)).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.code()).isEqualTo("out-of-range");
        });
    }

    @Test
    void wantsBothHalvesOfAPoint() {
        Form form = new Form();
        form.location = LocationRequest.of("어디", 35.0, null);

        assertThat(faults(form)).extracting(FieldError::field).containsExactly("location.lng");
    }

    @Test
    void losesNothingThatWasSaidOfAPlace() {
        Form form = new Form();
        form.location = new LocationRequest("어디", null, null, Map.of("la\u202et" + "e".repeat(50), 35.1));

        assertThat(faults(form)).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("location.la?t" + "e".repeat(36));
            assertThat(error.code()).isEqualTo("unknown-field");
        });
    }

    @Test
    void isNowhereWhenTheLocationIsEmpty() {
        Form form = new Form();
        form.location = LocationRequest.of(" ", null, null);

        assertThat(check(form).location()).isNull();
    }

    @Test
    void doesNotSendTextsToWhoDidNotSayYes() {
        Form form = new Form();
        form.consent = null;

        assertThat(check(form).smsConsent()).isFalse();
    }

    @Test
    void refusesAnotherOffice() {
        Form form = new Form();
        form.officeId = "bukgu";

        assertThat(faults(form)).extracting(FieldError::field).containsExactly("officeId");
    }

    @Test
    void whoHoldsAKeyMayFileForSomebodyWithoutAPhone() {
        Form form = new Form();
        form.caller = TestCalls.staff(Role.INTAKE, "key-1", "intake");
        form.phone = null;
        form.withoutPhone = true;
        form.consent = false;
        form.note = "Open311";

        assertThat(check(form).phone()).isEmpty();
        assertThat(check(form).note()).endsWith(": Open311");

        form.consent = true;
        assertThat(faults(form)).extracting(FieldError::code).containsExactly("texts-without-phone");
        form.withoutPhone = null;
        assertThat(faults(form)).extracting(FieldError::field).contains("reporter.phone");
    }

    @Test
    void aStrangerHasAPhoneAndTellsTheStaffNothingBesides() {
        Form form = new Form();
        form.phone = null;
        form.withoutPhone = true;
        form.consent = false;
        form.note = "Open311";

        assertThat(faults(form))
                .extracting(FieldError::field, FieldError::code)
                .containsExactlyInAnyOrder(tuple("reporter.phone", "required"), tuple("note", "key-only"));
    }

    private List<FieldError> faults(Form form) {
        return catchThrowableOfType(InvalidFieldsException.class, () -> check(form))
                .errors();
    }

    private NewComplaint check(Form form) {
        List<UploadedPhoto> photos = IntStream.range(0, form.photos)
                .mapToObj(i -> new UploadedPhoto(() -> new byte[0], new byte[32]))
                .toList();
        FileComplaintRequest request = new FileComplaintRequest(
                form.officeId,
                form.title,
                form.body,
                form.category,
                form.location,
                new ReporterRequest(form.name, form.phone, form.withoutPhone),
                form.consent,
                null,
                form.language,
                form.note);
        return check.check(request, form.caller, photos, new FieldErrors());
    }
}
