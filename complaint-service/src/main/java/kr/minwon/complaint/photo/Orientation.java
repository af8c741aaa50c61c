package kr.minwon.complaint.photo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * How a camera was held: EXIF orientation, applied to the pixels because the metadata that says it is not kept.
 *
 * @param value 1 to 8, as EXIF counts
 */
record Orientation(int value) {
    private static final Orientation UPRIGHT = new Orientation(1);

    /** The orientation that a file's metadata gives; upright when there is none or it makes no sense. */
    static Orientation of(byte[] file) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
            ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer value = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return value == null || value < 1 || value > 8 ? UPRIGHT : new Orientation(value);
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            // The pixels can be good where the metadata is not; a picture on its side is no reason to refuse it.
            return UPRIGHT;
        }
    }

    BufferedImage apply(BufferedImage image) {
        if (value == 1) {
            return image;
        }
        double width = image.getWidth();
        double height = image.getHeight();
        AffineTransform turn = switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        boolean onItsSide = value >= 5;
        BufferedImage turned = new BufferedImage(
                onItsSide ? image.getHeight() : image.getWidth(),
                onItsSide ? image.getWidth() : image.getHeight(),
                BufferedImage.TYPE_INT_RGB);
        new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, turned);
        return turned;
    }
}
