package kr.minwon.complaint;

import static kr.minwon.complaint.BadInputIT.assertProblem;
import static kr.minwon.complaint.Office.OFFICER;
import static kr.minwon.complaint.Office.OFFICER_ELSEWHERE;
import static kr.minwon.complaint.Office.PATH;
import static kr.minwon.complaint.Office.SERVICE;
import static kr.minwon.complaint.Office.assign;
import static kr.minwon.complaint.Office.file;
import static kr.minwon.complaint.Office.look;
import static kr.minwon.complaint.Office.staffPath;
import static kr.minwon.complaint.Office.status;
import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.minwon.complaint.RunningService.Part;
import kr.minwon.complaint.RunningService.Reply;
import kr.minwon.complaint.complaint.PhotoSweep;
import kr.minwon.complaint.photo.TestPictures;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Photos from upload to the officer's eyes, and what the staff see. */
@ExtendWith(OutputCaptureExtension.class)
class PhotosAndStaffIT {
    @Test
    void keepsPhotosForResidentAndOfficer() {
        byte[] picture = TestPictures.withExif(TestPictures.jpeg(60, 30), 6);
        Reply filed = postPhotos(
                List.of(Part.photo("사진 (1).JPG", picture), Part.photo("b.webp", TestPictures.resource("photo.webp"))));
        assertThat(filed.status()).isEqualTo(201);
        String url = look(filed).json().at("/attachments/0/url").asString();

        Reply photo = SERVICE.get(anonymous(), url, "X-Lookup-Code", filed.text("lookupCode"));

        assertThat(photo.status()).isEqualTo(200);
        assertThat(photo.header("Content-Type")).hasValue("image/jpeg");
        assertThat(photo.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(TestPictures.read(photo.response().body()).getWidth()).isEqualTo(30);
        assertThat(new String(photo.response().body(), StandardCharsets.ISO_8859_1))
                .doesNotContain("SECRET");
        assertThat(look(filed).json().get("attachments")).hasSize(2);
        assertProblem(SERVICE.get(anonymous(), url), 401, "lookup-code-required");
        assertProblem(
                SERVICE.get(
                        anonymous(),
                        Office.path(filed) + "/attachments/none",
                        "X-Lookup-Code",
                        filed.text("lookupCode")),
                404,
                "attachment-not-found");

        assign(filed, 1);
        String staffUrl = SERVICE.get(OFFICER, staffPath(filed))
                .json()
                .at("/attachments/1/url")
                .asString();
        assertThat(SERVICE.get(OFFICER, staffUrl).header("Content-Type")).hasValue("image/jpeg");
        assertProblem(SERVICE.get(OFFICER_ELSEWHERE, staffUrl), 403, "other-department");
    }

    @Test
    void doesNotShowOneComplaintsPhotoUnderAnothersNumber() {
        Reply mine = file();
        Reply other = postPhotos(List.of(Part.photo("a.jpg", TestPictures.jpeg(20, 10))));
        String id = look(other).json().at("/attachments/0/id").asString();

        assertProblem(
                SERVICE.get(
                        anonymous(),
                        Office.path(mine) + "/attachments/" + id,
                        "X-Lookup-Code",
                        mine.text("lookupCode")),
                404,
                "attachment-not-found");
    }

    @Test
    void refusesWhatIsNoPhoto() {
        byte[] program = "MZ\u0090\u0000 This program cannot be run in DOS mode".getBytes(StandardCharsets.ISO_8859_1);

        assertProblem(postPhotos(List.of(Part.photo("photo.jpg", program))), 415, "photo-not-an-image");
        assertProblem(
                postPhotos(List.of(Part.photo("big.png", TestPictures.pngBomb(40_000, 40_000)))),
                422,
                "photo-too-large");
        byte[] picture = TestPictures.jpeg(200, 100);
        assertProblem(
                postPhotos(List.of(
                        Part.photo("a.jpg", picture),
                        Part.photo("b.jpg", java.util.Arrays.copyOf(picture, picture.length / 2)))),
                422,
                "photo-unreadable");
    }

    @Test
    void takesFivePhotosOfTenMegabytesAndNoMore() {
        byte[] picture = TestPictures.jpeg(20, 10);
        List<Part> five = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            five.add(Part.photo(i + ".jpg", padded(picture, 10 * 1024 * 1024)));
        }
        List<Part> six = new ArrayList<>(five.subList(0, 4));
        six.add(Part.photo("5.jpg", picture));
        six.add(Part.photo("6.jpg", picture));

        assertThat(postPhotos(five).status()).isEqualTo(201);
        assertProblem(postPhotos(six), 422, "invalid-fields");
        assertProblem(
                postPhotos(List.of(Part.photo("a.jpg", padded(picture, 10 * 1024 * 1024 + 1)))), 413, "body-too-large");
    }

    /** The picture with nothing behind it that counts. */
    private static byte[] padded(byte[] picture, int length) {
        return java.util.Arrays.copyOf(picture, length);
    }

    @Test
    void answersARepeatedFilingWithPhotosAsTheFirstTime() {
        Map<String, Object> filing = Examples.filing();
        String key = Examples.key();
        byte[] picture = TestPictures.jpeg(20, 10);
        List<Part> parts = List.of(complaint(filing), Part.photo("a.jpg", picture));
        Reply first = SERVICE.postParts(anonymous(), PATH, parts, "Idempotency-Key", key);

        Reply again = SERVICE.postParts(anonymous(), PATH, parts, "Idempotency-Key", key);
        Reply other = SERVICE.postParts(
                anonymous(),
                PATH,
                List.of(complaint(filing), Part.photo("a.jpg", TestPictures.jpeg(10, 20))),
                "Idempotency-Key",
                key);

        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void sweepsPhotosThatNoComplaintHolds() {
        byte[] program = {'M', 'Z', 0, 0};
        Reply kept = postPhotos(List.of(Part.photo("a.jpg", TestPictures.jpeg(20, 10))));
        long before = photos();
        postPhotos(List.of(Part.photo("a.jpg", TestPictures.jpeg(20, 10)), Part.photo("b.jpg", program)));
        assertThat(photos()).isEqualTo(before + 1);
        SERVICE.database()
                .getCollection("photos")
                .updateMany(
                        Filters.exists("looseSince"),
                        Updates.set("looseSince", Date.from(Instant.now().minus(Duration.ofHours(25)))));

        SERVICE.bean(PhotoSweep.class).sweep();

        assertThat(photos()).isLessThanOrEqualTo(before);
        assertThat(SERVICE.database().getCollection("photos").countDocuments(Filters.exists("looseSince")))
                .isZero();
        String url = look(kept).json().at("/attachments/0/url").asString();
        assertThat(SERVICE.get(anonymous(), url, "X-Lookup-Code", kept.text("lookupCode"))
                        .status())
                .isEqualTo(200);
    }

    private static long photos() {
        return SERVICE.database().getCollection("photos").countDocuments(new Document());
    }

    @Test
    void showsTheStaffTheCaseWithTheReporterMasked() {
        String phone = Examples.phone();
        Reply filed = file(Examples.filing(phone));
        assign(filed, 1);

        Reply seen = SERVICE.get(OFFICER, staffPath(filed));

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().at("/reporter/name").asString()).isEqualTo("홍*동");
        assertThat(seen.json().at("/reporter/phone").asString()).isEqualTo("010-****-" + phone.substring(7));
        assertThat(seen.json().toString()).doesNotContain(phone, "홍길동");
        assertThat(seen.text("complaintId")).isEqualTo(filed.text("complaintId"));
    }

    @Test
    void revealsTheReporterAndLeavesANote(CapturedOutput output) {
        String phone = Examples.phone();
        Reply filed = file(Examples.filing(phone));
        assign(filed, 1);
        await().until(() -> status(filed).equals("assigned"));

        Reply seen = SERVICE.get(OFFICER, staffPath(filed) + "?reveal=reporter");

        assertThat(seen.json().at("/reporter/name").asString()).isEqualTo("홍길동");
        assertThat(seen.json().at("/reporter/phone").asString()).isEqualTo(phone);
        assertThat(seen.json().get("timeline").valueStream()).last().satisfies(entry -> {
            assertThat(entry.get("staffOnly").asBoolean()).isTrue();
            assertThat(entry.get("text").asString()).contains("acc-construction-1");
        });
        assertThat(look(filed).json().get("timeline").toString()).doesNotContain("acc-construction-1");
        assertThat(output.getAll()).contains("reporter shown in the clear").doesNotContain(phone, "홍길동");
    }

    @Test
    void revealsToThoseWhoMay() {
        Reply filed = file();
        assign(filed, 1);
        await().until(() -> status(filed).equals("assigned"));
        String path = staffPath(filed) + "?reveal=reporter";

        assertThat(SERVICE.get(staff(Role.INTAKE, "intake"), path).status()).isEqualTo(200);
        assertThat(SERVICE.get(staff(Role.ADMIN, "admin"), path).status()).isEqualTo(200);
        assertThat(SERVICE.get(staff(Role.LEAD, "lead", "construction"), path).status())
                .isEqualTo(200);
        assertProblem(SERVICE.get(staff(Role.AUDITOR, "auditor"), path), 403, "forbidden");
        assertProblem(SERVICE.get(OFFICER_ELSEWHERE, path), 403, "other-department");
        assertThat(SERVICE.get(staff(Role.AUDITOR, "auditor"), staffPath(filed)).status())
                .isEqualTo(200);
    }

    @Test
    void doesNotKnowTheCasesOfAnotherOffice() {
        Reply filed = file();
        Caller bukgu = new Caller("acc-1", "담당", Role.ADMIN, "bukgu", Set.of(), "session:1");

        assertProblem(SERVICE.get(bukgu, staffPath(filed)), 404, "complaint-not-found");
        assertProblem(SERVICE.get(OFFICER, "/api/v1/staff/complaints/nonsense"), 404, "complaint-not-found");
    }

    @Test
    void asksTheOfficerToWaitForTheDepartment() {
        Reply filed = file();

        assertProblem(SERVICE.get(OFFICER, staffPath(filed)), 409, "not-yet-routed");
        assertThat(SERVICE.get(staff(Role.INTAKE, "intake"), staffPath(filed)).status())
                .isEqualTo(200);
    }

    @Test
    void showsHealthAndMetersOnTheManagementPortOnly() {
        file();

        Reply health = management("/actuator/health");
        Reply meters = management("/actuator/prometheus");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.text("status")).isEqualTo("UP");
        assertThat(new String(meters.response().body(), StandardCharsets.UTF_8))
                .contains(
                        "minwon_complaint_filings_total{outcome=\"filed\"", "minwon_outbox_pending", "jvm_memory_used");
        assertThat(management("/actuator/env").status()).isEqualTo(404);
        assertThat(management(PATH).status()).isEqualTo(404);
        assertThat(SERVICE.get(anonymous(), "/actuator/health").status()).isEqualTo(404);
    }

    private static Reply management(String path) {
        return SERVICE.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVICE.managementPort() + path))
                .GET());
    }

    private static Reply postPhotos(List<Part> photos) {
        List<Part> parts = new ArrayList<>(List.of(complaint(Examples.filing())));
        parts.addAll(photos);
        return SERVICE.postParts(anonymous(), PATH, parts);
    }

    private static Part complaint(Map<String, Object> filing) {
        return new Part("complaint", null, "application/json", RunningService.JSON.writeValueAsBytes(filing));
    }
}
