package kr.minwon.phonesimulator.message;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;

/** The GSM 03.38 default alphabet with its extension table, one septet an octet, as SMPP carries it. */
final class Gsm7 extends Charset {

    private static final char NONE = '\uFFFF';
    private static final int ESCAPE = 0x1B;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\uFFFFÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final char[] EXTENDED = new char[128];
    private static final int[] SEPTETS = new int[0x10000];

    static {
        Arrays.fill(EXTENDED, NONE);
        extend(0x0A, '\f');
        extend(0x14, '^');
        extend(0x28, '{');
        extend(0x29, '}');
        extend(0x2F, '\\');
        extend(0x3C, '[');
        extend(0x3D, '~');
        extend(0x3E, ']');
        extend(0x40, '|');
        extend(0x65, '€');
        Arrays.fill(SEPTETS, -1);
        for (int septet = 0; septet < 128; septet++) {
            if (EXTENDED[septet] != NONE) {
                SEPTETS[EXTENDED[septet]] = ESCAPE << 8 | septet;
            }
            if (septet != ESCAPE) {
                SEPTETS[BASIC.charAt(septet)] = septet;
            }
        }
    }

    private static void extend(int septet, char character) {
        EXTENDED[septet] = character;
    }

    Gsm7() {
        super("X-GSM-03.38", new String[0]);
    }

    @Override
    public boolean contains(Charset other) {
        return other instanceof Gsm7;
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    int octet = in.get(in.position()) & 0xFF;
                    int length = octet == ESCAPE ? 2 : 1;
                    if (in.remaining() < length) {
                        return CoderResult.UNDERFLOW;
                    }
                    int last = in.get(in.position() + length - 1) & 0xFF;
                    char character = last > 127 ? NONE : length == 2 ? EXTENDED[last] : BASIC.charAt(last);
                    if (character == NONE) {
                        return CoderResult.malformedForLength(length);
                    }
                    in.position(in.position() + length);
                    out.put(character);
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    @Override
    public CharsetEncoder newEncoder() {
        return new CharsetEncoder(this, 1, 2, new byte[] {'?'}) {
            @Override
            protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
                while (in.hasRemaining()) {
                    int septets = SEPTETS[in.get(in.position())];
                    if (septets < 0) {
                        return CoderResult.unmappableForLength(1);
                    }
                    if (out.remaining() < 2) {
                        return CoderResult.OVERFLOW;
                    }
                    in.get();
                    if (septets > 127) {
                        out.put((byte) ESCAPE);
                    }
                    out.put((byte) (septets & 0x7F));
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }
}
