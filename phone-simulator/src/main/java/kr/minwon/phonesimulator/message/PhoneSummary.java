package kr.minwon.phonesimulator.message;

import org.jspecify.annotations.Nullable;

/**
 * A phone in the list of phones.
 *
 * @param messages how many it has got
 * @param latest the newest of them
 */
public record PhoneSummary(
        String number, int messages, @Nullable Message latest) {}
