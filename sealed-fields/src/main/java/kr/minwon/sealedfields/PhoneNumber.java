package kr.minwon.sealedfields;

import java.util.Optional;
import java.util.regex.Pattern;

/** A Korean mobile number as a person types it, in the one form that {@link ContactIdentity} hashes. */
public final class PhoneNumber {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}.()\\-‐-―－．（）]");
    private static final Pattern MOBILE = Pattern.compile("010[0-9]{8}");
    private static final char FULL_WIDTH_ZERO = '０';
    private static final char FULL_WIDTH_NINE = '９';

    private PhoneNumber() {}

    /** The 11 digits, once separators are gone, or nothing when it is no mobile; {@code 010} and eight digits decide alone. */
    public static Optional<String> mobile(String typed) {
        String bare = SEPARATORS.matcher(halfWidth(typed)).replaceAll("");
        if (bare.startsWith("+82")) {
            String rest = bare.substring(3);
            bare = rest.startsWith("0") ? rest : "0" + rest;
        }
        return MOBILE.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
    }

    /** Full-width digits as plain ones; as long as it was. */
    private static String halfWidth(String typed) {
        StringBuilder folded = new StringBuilder(typed.length());
        for (char c : typed.toCharArray()) {
            if (c >= FULL_WIDTH_ZERO && c <= FULL_WIDTH_NINE) {
                folded.append((char) (c - FULL_WIDTH_ZERO + '0'));
            } else {
                folded.append(c == '＋' ? '+' : c);
            }
        }
        return folded.toString();
    }
}
