package kr.minwon.koreansms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a text would be sent.
 *
 * @param encodable whether EUC-KR takes every character
 * @param unencodable the distinct characters it does not take, in order of appearance
 * @param bytes length in EUC-KR bytes; null when it is not encodable
 * @param type what the bytes make it; null when it is not encodable
 * @param segments short messages it takes over SMPP or abroad ({@link SegmentRule#INTERNATIONAL})
 */
public record SmsSize(
        boolean encodable,
        List<String> unencodable,
        @Nullable Integer bytes,
        @Nullable Type type,
        int segments) {
    /** What a Korean carrier bills a text as. */
    public enum Type {
        /** At most 90 bytes. */
        SMS,
        /** At most 2,000 bytes, with a subject of at most 40. */
        LMS,
        /** More than any text may have. */
        TOO_LONG
    }
}
