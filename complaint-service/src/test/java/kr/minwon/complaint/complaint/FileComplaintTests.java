package kr.minwon.complaint.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import kr.minwon.complaint.ComplaintMeters;
import kr.minwon.complaint.complaint.FileComplaint.Result;
import kr.minwon.complaint.photo.InMemoryPhotos;
import kr.minwon.complaint.photo.PhotoRefusal;
import kr.minwon.complaint.photo.PhotoSettings;
import kr.minwon.complaint.photo.PhotoStudio;
import kr.minwon.complaint.photo.TestPictures;
import kr.minwon.complaint.photo.UploadedPhoto;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.sealedfields.KeyedHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filing, without a store. */
class FileComplaintTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:12:30.123456Z");

    @TempDir
    private Path directory;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ComplaintMeters meters = new ComplaintMeters(registry);
    private final InMemoryComplaints complaints = new InMemoryComplaints();
    private final InMemoryPhotos photos = new InMemoryPhotos();
    private final FilingAllowance allowance = new FilingAllowance(10);
    private RequestMarks marks;
    private Reporters reporters;
    private FileComplaint fileComplaint;

    @BeforeEach
    void wire() throws IOException {
        KeyRing.createIfMissing(directory.resolve("keys"), "k1");
        KeyRing keys = KeyRing.load(directory.resolve("keys"));
        marks = new RequestMarks(new KeyedHash(keys));
        reporters = new Reporters(new FieldSealer(keys), new ContactIdentity(keys));
        fileComplaint = new FileComplaint(
                complaints,
                new PhotoStudio(photos, new PhotoSettings(1), meters, clock),
                reporters,
                new LookupCodes(new KeyedHash(keys)),
                allowance,
                Acceptance.of("online", Set.of("handgu")),
                meters,
                clock);
    }

    @Test
    void sealsWhoFiles() {
        Complaint filed = filed(fileComplaint.file(content("01012345678"), null));

        Reporter reporter = filed.filing().reporter();
        assertThat(filed.toString()).doesNotContain("01012345678").doesNotContain("홍길동");
        assertThat(reporters.name(reporter)).isEqualTo("홍길동");
        assertThat(reporters.phone(reporter)).isEqualTo("01012345678");
    }

    @Test
    void saysNothingOfWhoFilesInItsTextForm() {
        assertThat(content("01012345678").toString())
                .doesNotContain("01012345678")
                .doesNotContain("홍길동");
    }

    @Test
    void keepsTimesToTheMillisecond() {
        assertThat(filed(fileComplaint.file(content("01012345678"), null))
                        .filing()
                        .submittedAt())
                .isEqualTo(Instant.parse("2026-11-23T01:12:30.123Z"));
    }

    @Test
    void answersARepeatWithTheComplaintOfTheFirst() {
        NewComplaint content = content("01012345678");
        Complaint first = filed(fileComplaint.file(content, mark("key", content)));

        Result again = fileComplaint.file(content, mark("key", content));

        assertThat(again).isEqualTo(new Result.Filed(first, true));
        assertThat(complaints.count()).isEqualTo(1);
        assertThat(complaints.told).hasSize(1);
    }

    @Test
    void refusesTheKeyForOtherContent() {
        NewComplaint content = content("01012345678");
        NewComplaint other = content("01012345679");
        fileComplaint.file(content, mark("key", content));

        assertThat(fileComplaint.file(other, mark("key", other))).isEqualTo(new Result.KeyReused());
    }

    @Test
    void takesOnePhotoMoreForOtherContent() {
        NewComplaint content = content("01012345678");
        NewComplaint withPhoto = content("01012345678", TestPictures.upload(TestPictures.jpeg(20, 10)));
        fileComplaint.file(content, mark("key", content));

        assertThat(fileComplaint.file(withPhoto, mark("key", withPhoto))).isEqualTo(new Result.KeyReused());
    }

    @Test
    void tellsTheScopesOfKeysApart() {
        NewComplaint content = content("01012345678");
        fileComplaint.file(content, marks.of("session:a", "key", content.digest()));

        fileComplaint.file(content, marks.of("session:b", "key", content.digest()));

        assertThat(complaints.count()).isEqualTo(2);
    }

    @Test
    void drawsAgainWhenANumberIsTaken() {
        complaints.numbersTaken = 3;

        assertThat(fileComplaint.file(content("01012345678"), null)).isInstanceOf(Result.Filed.class);
        assertThat(registry.counter("minwon.complaint.receipt.numbers.taken").count())
                .isEqualTo(3);
    }

    @Test
    void letsOnePhoneFileTenTimesAnHour() {
        for (int i = 0; i < 10; i++) {
            assertThat(fileComplaint.file(content("01012345678"), null)).isInstanceOf(Result.Filed.class);
        }

        assertThat(fileComplaint.file(content("01012345678"), null))
                .isInstanceOfSatisfying(Result.TooMany.class, many -> {
                    assertThat(many.perHour()).isEqualTo(10);
                    assertThat(many.retryAfter()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
                });
        assertThat(fileComplaint.file(content("01087654321"), null)).isInstanceOf(Result.Filed.class);
    }

    @Test
    void doesNotCountRepeatsAndRefusals() {
        NewComplaint content = content("01012345678");
        for (int i = 0; i < 30; i++) {
            fileComplaint.file(content, mark("key", content));
            fileComplaint.file(content("01012345678", TestPictures.upload(new byte[] {'M', 'Z'})), null);
        }

        for (int i = 0; i < 9; i++) {
            assertThat(fileComplaint.file(content("01012345678"), null)).isInstanceOf(Result.Filed.class);
        }
    }

    @Test
    void answersARepeatAlsoWhenThePhoneHasNothingLeft() {
        NewComplaint content = content("01012345678");
        fileComplaint.file(content, mark("key", content));
        for (int i = 0; i < 9; i++) {
            fileComplaint.file(content, null);
        }
        assertThat(fileComplaint.file(content, null)).isInstanceOf(Result.TooMany.class);

        assertThat(fileComplaint.file(content, mark("key", content)))
                .isInstanceOfSatisfying(
                        Result.Filed.class,
                        filed -> assertThat(filed.repeated()).isTrue());
    }

    @Test
    void keepsAllowancesOfABoundedNumberOfPhones() {
        for (int i = 0; i < 50_100; i++) {
            allowance.take("c1:" + i);
        }

        assertThat(allowance.phones()).isEqualTo(50_000);
    }

    @Test
    void storesPhotosBeforeTheComplaint() {
        Complaint filed = filed(fileComplaint.file(
                content(
                        "01012345678",
                        TestPictures.upload(TestPictures.jpeg(20, 10)),
                        TestPictures.upload(TestPictures.jpeg(10, 20))),
                null));

        assertThat(filed.filing().photoIds()).hasSize(2).containsExactlyElementsOf(photos.all.keySet());
        assertThat(photos.all.values())
                .allMatch(photo -> photo.complaintId().equals(filed.id().value()));
    }

    @Test
    void refusesTheWholeFilingForOneFileThatIsNoPhoto() {
        Result result = fileComplaint.file(
                content("01012345678", TestPictures.upload(TestPictures.jpeg(20, 10)), TestPictures.upload(new byte[] {
                    'M', 'Z', 0, 0
                })),
                null);

        assertThat(result).isEqualTo(new Result.PhotoRefused(1, PhotoRefusal.NOT_AN_IMAGE));
        assertThat(complaints.count()).isZero();
    }

    @Test
    void sweepsPhotosThatNoComplaintHolds() {
        filed(fileComplaint.file(content("01012345678", TestPictures.upload(TestPictures.jpeg(20, 10))), null));
        fileComplaint.file(
                content("01012345678", TestPictures.upload(TestPictures.jpeg(20, 10)), TestPictures.upload(new byte[] {
                    'M', 'Z', 0, 0
                })),
                null);
        assertThat(photos.all).hasSize(2);

        new PhotoSweep(photos, complaints, meters, Clock.offset(clock, Duration.ofHours(23))).sweep();
        assertThat(photos.all).as("not before a day is over").hasSize(2);

        new PhotoSweep(photos, complaints, meters, Clock.offset(clock, Duration.ofHours(25))).sweep();
        assertThat(photos.all).hasSize(1);
        assertThat(photos.loose).isEmpty();
        assertThat(registry.counter("minwon.complaint.photos.swept", "outcome", "deleted")
                        .count())
                .isEqualTo(1);
    }

    private static Complaint filed(Result result) {
        return ((Result.Filed) result).complaint();
    }

    private RequestMark mark(String key, NewComplaint content) {
        return marks.of("", key, content.digest());
    }

    private static NewComplaint content(String phone, UploadedPhoto... photos) {
        return new NewComplaint(
                "seogu", "제목", "내용", "other", null, "홍길동", phone, true, false, List.of(photos), Language.KOREAN, null);
    }
}
