package kr.minwon.complaint.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes JPEGs small enough to be one document. */
final class JpegEncoder {
    /** Pixels of the longer side. */
    static final int LONGEST_SIDE = 2_560;
    /** Bytes of a stored photo. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final float[] QUALITIES = {0.85f, 0.7f, 0.5f};

    private JpegEncoder() {}

    /** Scaled down to fit, opaque on white, plain RGB. */
    static BufferedImage fit(BufferedImage image) {
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        return scaled(image, scale);
    }

    private static BufferedImage scaled(BufferedImage image, double scale) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return plain;
    }

    /** Encodes; where quality alone does not make it small enough, smaller. */
    static byte[] encode(BufferedImage image) throws IOException {
        BufferedImage next = image;
        while (true) {
            for (float quality : QUALITIES) {
                byte[] jpeg = encode(next, quality);
                if (jpeg.length <= MOST_BYTES) {
                    return jpeg;
                }
            }
            next = scaled(next, 0.5);
        }
    }

    private static byte[] encode(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
