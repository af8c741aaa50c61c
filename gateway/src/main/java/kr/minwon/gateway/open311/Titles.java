package kr.minwon.gateway.open311;

/** GeoReport has no titles; a complaint has one: the first line of what is described, or what it is about. */
final class Titles {
    private static final int LONGEST = 100;

    private Titles() {}

    /** @param serviceName for a description that says nothing */
    static String of(String description, String serviceName) {
        String line = description
                .lines()
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(serviceName);
        return shortened(line, LONGEST);
    }

    /** With an ellipsis in place of what is too much, in code points. */
    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
