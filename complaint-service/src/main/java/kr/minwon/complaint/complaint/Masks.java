package kr.minwon.complaint.complaint;

/** Shows a person without showing them (가명 표시): 홍*동, 010-****-5678. */
public final class Masks {
    private Masks() {}

    /** The first and the last character of a name; of two only the first, of one none. */
    public static String name(String name) {
        int[] points = name.codePoints().toArray();
        if (points.length == 1) {
            return "*";
        }
        String first = Character.toString(points[0]);
        return points.length == 2
                ? first + "*"
                : first + "*".repeat(points.length - 2) + Character.toString(points[points.length - 1]);
    }

    /** The last four of 11 digits; nothing of none. */
    public static String phone(String phone) {
        return phone.isEmpty() ? "" : phone.substring(0, 3) + "-****-" + phone.substring(7);
    }
}
