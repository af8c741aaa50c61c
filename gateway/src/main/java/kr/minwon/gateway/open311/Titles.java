package kr.minwon.gateway.open311;

/** GeoReport has no titles; a complaint has one: the first line of what is described, or what it is about. */
final class Titles {
    private static final int LONGEST = 100;
    private static final String MORE = "…";

    private Titles() {}

    /** @param serviceName for a description that says nothing */
    static String of(String description, String serviceName) {
        return shortened(line(description, serviceName), LONGEST);
    }

    /** Whether a title says no more than what is described. */
    static boolean isOf(String title, String description, String serviceName) {
        String line = line(description, serviceName);
        return line.equals(title)
                || (title.endsWith(MORE) && line.startsWith(title.substring(0, title.length() - MORE.length())));
    }

    private static String line(String description, String serviceName) {
        return description
                .lines()
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(serviceName);
    }

    /** With an ellipsis in place of what is too much, in code points. */
    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + MORE;
    }
}
