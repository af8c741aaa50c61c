package kr.minwon.complaint.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import kr.minwon.complaint.photo.Reencoding.Done;
import kr.minwon.complaint.photo.Reencoding.Refused;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken as a photo, and what is left of it. */
class PhotoReencoderTests {
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void takesEachFormatByItsContent(String format) {
        byte[] file = TestPictures.encode(TestPictures.picture(80, 40, BufferedImage.TYPE_INT_RGB), format);

        Done done = done(file);

        assertThat(PhotoFormat.of(done.jpeg())).contains(PhotoFormat.JPEG);
        assertThat(done.width()).isEqualTo(80);
        assertThat(done.height()).isEqualTo(40);
        assertThat(isReddish(TestPictures.read(done.jpeg()), 10, 20)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.webp", "alpha.webp"})
    void takesWebP(String name) {
        Done done = done(TestPictures.resource(name));

        assertThat(done.width()).isEqualTo(64);
        assertThat(isReddish(TestPictures.read(done.jpeg()), 10, 10)).isTrue();
    }

    @Test
    void putsTransparentPicturesOnWhite() {
        byte[] file = TestPictures.encode(new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB), "png");

        assertThat(TestPictures.read(done(file).jpeg()).getRGB(10, 10)).isEqualTo(Color.WHITE.getRGB());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 60, 30, 5, 15",
        "2, 60, 30, 55, 15",
        "3, 60, 30, 55, 15",
        "4, 60, 30, 5, 15",
        "5, 30, 60, 15, 5",
        "6, 30, 60, 15, 5",
        "7, 30, 60, 15, 55",
        "8, 30, 60, 15, 55"
    })
    void turnsPicturesUpright(int orientation, int width, int height, int redX, int redY) {
        Done done = done(TestPictures.withExif(TestPictures.jpeg(60, 30), orientation));

        assertThat(done.width()).isEqualTo(width);
        assertThat(done.height()).isEqualTo(height);
        assertThat(isReddish(TestPictures.read(done.jpeg()), redX, redY)).isTrue();
    }

    @Test
    void keepsNoMetadata() throws Exception {
        byte[] file = TestPictures.withExif(TestPictures.jpeg(60, 30), 6);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("SECRET-CAMERA");

        Done done = done(file);

        assertThat(new String(done.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("SECRET", "Exif");
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(done.jpeg()))
                        .containsDirectoryOfType(ExifDirectoryBase.class))
                .isFalse();
    }

    @Test
    void keepsNothingThatWasHiddenBehindThePicture() {
        byte[] picture = TestPictures.jpeg(60, 30);
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] polyglot = Arrays.copyOf(picture, picture.length + script.length);
        System.arraycopy(script, 0, polyglot, picture.length, script.length);

        assertThat(new String(done(polyglot).jpeg(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\u0090\u0000\u0003",
                "",
                "%PDF-1.7",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "RIFF1234WAVE"
            })
    void refusesWhatIsNoPictureWhateverItsName(String content) {
        assertThat(PhotoReencoder.reencode(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Refused(PhotoRefusal.NOT_AN_IMAGE));
    }

    @ParameterizedTest
    @CsvSource({"40000, 40000", "10001, 10000", "65536, 1", "1, 65536"})
    void refusesTooManyPixelsByTheHeaderAlone(int width, int height) {
        assertThat(PhotoReencoder.reencode(TestPictures.pngBomb(width, height)))
                .isEqualTo(new Refused(PhotoRefusal.TOO_LARGE));
    }

    @ParameterizedTest
    @CsvSource({"2500, 2001", "16383, 16383"})
    void refusesALargeWebPByTheHeaderAlone(int width, int height) {
        assertThat(PhotoReencoder.reencode(TestPictures.webPHeader(width, height)))
                .isEqualTo(new Refused(PhotoRefusal.TOO_LARGE));
    }

    @Test
    void looksFurtherAtJustAsManyPixelsAsAreAllowed() {
        assertThat(PhotoReencoder.reencode(TestPictures.pngBomb(10_000, 10_000)))
                .as("the header is good; that nothing follows it is another matter")
                .isEqualTo(new Refused(PhotoRefusal.UNREADABLE));
    }

    @Test
    void refusesAPictureThatIsCutOff() {
        byte[] jpeg = TestPictures.encode(noise(400, 300), "jpeg");
        byte[] png = TestPictures.encode(noise(400, 300), "png");
        byte[] gif = TestPictures.encode(noise(400, 300), "gif");

        for (byte[] whole : new byte[][] {jpeg, png, gif}) {
            assertThat(PhotoReencoder.reencode(Arrays.copyOf(whole, whole.length / 2)))
                    .isEqualTo(new Refused(PhotoRefusal.UNREADABLE));
        }
    }

    @Test
    void refusesNoiseBehindAnyPicturesFirstBytes() {
        Random random = new Random(7);
        byte[][] beginnings = {
            TestPictures.jpeg(60, 30),
            TestPictures.encode(TestPictures.picture(60, 30, BufferedImage.TYPE_INT_RGB), "png"),
            TestPictures.resource("photo.webp")
        };
        for (int round = 0; round < 300; round++) {
            byte[] file = beginnings[round % beginnings.length].clone();
            for (int i = 0; i < 20; i++) {
                file[12 + random.nextInt(file.length - 12)] = (byte) random.nextInt();
            }

            // Taken or refused; what may not happen is an exception.
            assertThat(PhotoReencoder.reencode(file)).isNotNull();
        }
    }

    @Test
    void makesLargePicturesFit() {
        Done done = done(TestPictures.encode(noise(5_000, 3_000), "jpeg"));

        assertThat(done.jpeg()).hasSizeLessThanOrEqualTo(JpegEncoder.MOST_BYTES);
        assertThat(Math.max(done.width(), done.height())).isLessThanOrEqualTo(JpegEncoder.LONGEST_SIDE);
        assertThat((double) done.width() / done.height()).isCloseTo(5.0 / 3, Percentage.withPercentage(1));
    }

    @ParameterizedTest
    @CsvSource({"4032, 3024, 1", "5000, 2500, 1", "5001, 2500, 2", "8064, 6048, 2", "10000, 10000, 3"})
    void decodesWithGapsWhereThereAreManyPixels(int width, int height, int step) {
        assertThat(PhotoReencoder.step(width, height)).isEqualTo(step);
    }

    @Test
    void knowsAProgressiveJpeg() {
        assertThat(JpegHeader.isProgressive(new byte[] {
                    (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 4, 0, 0, (byte) 0xFF, (byte) 0xC2, 0, 4, 0, 0
                }))
                .isTrue();
        assertThat(JpegHeader.isProgressive(TestPictures.jpeg(20, 20))).isFalse();
    }

    private static Done done(byte[] file) {
        Reencoding result = PhotoReencoder.reencode(file);
        assertThat(result).isInstanceOf(Done.class);
        return (Done) result;
    }

    private static boolean isReddish(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 180 && color.getBlue() < 90;
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }
}
