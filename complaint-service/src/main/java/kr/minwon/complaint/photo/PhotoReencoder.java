package kr.minwon.complaint.photo;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import kr.minwon.complaint.photo.Reencoding.Done;
import kr.minwon.complaint.photo.Reencoding.Refused;

/**
 * Decodes a photo and encodes it anew as JPEG, at most {@value JpegEncoder#LONGEST_SIDE} pixels a side and
 * {@value JpegEncoder#MOST_BYTES} bytes: nothing of the sent file goes on, neither metadata (where and with what it was
 * taken) nor anything hidden in it. What cannot be read to its end is refused. Size is taken from the header before a
 * pixel is decoded, and large photos are decoded with gaps, so that memory stays small.
 */
final class PhotoReencoder {
    /** Pixels that are decoded at most; above it only every n-th. */
    private static final long DECODED_PIXELS = 12_500_000;
    /** A progressive JPEG is held whole, as coefficients, before its first pixel comes. */
    private static final long PROGRESSIVE_PIXELS = 20_000_000;
    /** A header may promise this and no more, so that products stay within an int. */
    private static final int LONGEST_SIDE = 65_535;

    private PhotoReencoder() {}

    static Reencoding reencode(byte[] file) {
        PhotoFormat format = PhotoFormat.of(file).orElse(null);
        if (format == null) {
            return new Refused(PhotoRefusal.NOT_AN_IMAGE);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.readerName());
        if (!readers.hasNext()) {
            throw new IllegalStateException("no reader for " + format);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = new ByteArrayImageInputStream(file)) {
            reader.setInput(input, true, true);
            return reencode(file, format, reader);
        } catch (IOException | RuntimeException broken) {
            // Readers fail on hostile files with whatever exception comes first; none of it makes a photo.
            return new Refused(PhotoRefusal.UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    private static Reencoding reencode(byte[] file, PhotoFormat format, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || pixels > format.mostPixels()) {
            return new Refused(PhotoRefusal.TOO_LARGE);
        }
        if (format == PhotoFormat.JPEG && pixels > PROGRESSIVE_PIXELS && JpegHeader.isProgressive(file)) {
            return new Refused(PhotoRefusal.TOO_LARGE);
        }
        BufferedImage decoded = decode(reader, width, height);
        BufferedImage upright = Orientation.of(file).apply(JpegEncoder.fit(decoded));
        return new Done(JpegEncoder.encode(upright), upright.getWidth(), upright.getHeight());
    }

    private static BufferedImage decode(ImageReader reader, int width, int height) throws IOException {
        AtomicBoolean cutOff = new AtomicBoolean();
        reader.addIIOReadWarningListener((IIOReadWarningListener) (source, warning) -> {
            // The JPEG reader fills what is missing with grey and only warns.
            if (warning.contains("Premature") || warning.contains("premature")) {
                cutOff.set(true);
            }
        });
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = step(width, height);
        parameters.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, parameters);
        if (cutOff.get()) {
            throw new IIOException("cut off");
        }
        return image;
    }

    /** Every how many pixels one is decoded. */
    static int step(int width, int height) {
        int step = 1;
        while ((long) ceil(width, step) * ceil(height, step) > DECODED_PIXELS) {
            step++;
        }
        return step;
    }

    private static int ceil(int size, int step) {
        return (size + step - 1) / step;
    }
}
