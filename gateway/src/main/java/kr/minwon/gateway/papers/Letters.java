package kr.minwon.gateway.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** What a font can print: a letter it does not know becomes □, one that no document may hold is left out. */
final class Letters {
    private static final int UNKNOWN = 0x25A1;

    private final CmapLookup glyphs;

    private Letters(CmapLookup glyphs) {
        this.glyphs = glyphs;
    }

    static Letters of(byte[] font) {
        try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            return new Letters(parsed.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the papers cannot be read", e);
        }
    }

    /** The text in letters of the font. */
    String known(String text) {
        StringBuilder known = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (letter == '\n' || letter == '\t' || letter == '\r') {
                known.append((char) letter);
            } else if (!Character.isISOControl(letter) && !isHalf(letter)) {
                known.appendCodePoint(glyphs.getGlyphId(letter) == 0 ? UNKNOWN : letter);
            }
        });
        return known.toString();
    }

    private static boolean isHalf(int letter) {
        return letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    }
}
