package kr.minwon.notification;

import java.util.List;
import java.util.Locale;

/** Texts a window by provider as a drawing: a bar for each window, the primary provider's part below the secondary's. */
final class ProviderPlot {
    private static final int LEFT = 60;
    private static final int TOP = 70;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 260;
    private static final int STEP = 50;
    private static final String PRIMARY = "#1d56bc";
    private static final String SECONDARY = "#e8853d";

    private final int seconds;
    private final int[] primary;
    private final int[] secondary;
    private final List<Phase> phases;
    private final int most;
    private final StringBuilder svg = new StringBuilder();

    /**
     * How the primary provider was for some time.
     *
     * @param from second at which that began
     */
    record Phase(String name, int from, int to) {}

    /** @param seconds of a window */
    private ProviderPlot(int seconds, int[] primary, int[] secondary, List<Phase> phases) {
        this.seconds = seconds;
        this.primary = primary.clone();
        this.secondary = secondary.clone();
        this.phases = phases;
        int highest = 0;
        for (int n = 0; n < primary.length; n++) {
            highest = Math.max(highest, primary[n] + secondary[n]);
        }
        this.most = Math.ceilDiv(Math.max(1, highest), STEP) * STEP;
    }

    /** The drawing; {@code title} is what it says to whoever does not see it. */
    static String of(String title, int seconds, int[] primary, int[] secondary, List<Phase> phases) {
        return new ProviderPlot(seconds, primary, secondary, phases).drawn(title);
    }

    private String drawn(String title) {
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">"
                        .formatted(LEFT + WIDTH + 20, TOP + HEIGHT + 60));
        line("<title>" + title + "</title>");
        line("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        phases();
        axis();
        bars();
        legend();
        line("</svg>");
        return svg.toString();
    }

    private void line(String text) {
        svg.append(text).append('\n');
    }

    private double x(double second) {
        return LEFT + second * WIDTH / ((double) primary.length * seconds);
    }

    private double y(double texts) {
        return TOP + HEIGHT - texts * HEIGHT / most;
    }

    private void phases() {
        for (int n = 0; n < phases.size(); n++) {
            Phase phase = phases.get(n);
            double end = n == phases.size() - 1 ? (double) primary.length * seconds : phase.to();
            rect(x(phase.from()), TOP, x(end) - x(phase.from()), HEIGHT, n % 2 == 0 ? "#ffffff" : "#f0f0f0");
            text((x(phase.from()) + x(end)) / 2, TOP - 8, "middle", phase.name());
        }
    }

    private void axis() {
        for (int texts = 0; texts <= most; texts += STEP) {
            line(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#c0c0c0\"/>",
                    LEFT,
                    LEFT + WIDTH,
                    y(texts),
                    y(texts)));
            text(LEFT - 8, y(texts) + 4, "end", String.valueOf(texts));
        }
        for (int second = 0; second <= primary.length * seconds; second += 3 * seconds) {
            text(x(second), TOP + HEIGHT + 18, "middle", second + " s");
        }
        text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 44, "middle", "texts taken in each window of " + seconds + " s");
    }

    private void bars() {
        double wide = x(seconds) - x(0) - 3;
        for (int n = 0; n < primary.length; n++) {
            double from = x((double) n * seconds) + 1.5;
            double top = y(primary[n]);
            rect(from, top, wide, y(0) - top, PRIMARY);
            double over = y(primary[n] + secondary[n]);
            rect(from, over, wide, top - over, SECONDARY);
        }
    }

    private void legend() {
        rect(LEFT, 16, 14, 14, PRIMARY);
        text(LEFT + 20.0, 28, "start", "primary provider");
        rect(LEFT + 170.0, 16, 14, 14, SECONDARY);
        text(LEFT + 190.0, 28, "start", "secondary provider");
    }

    private void rect(double x, double y, double width, double height, String fill) {
        line(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x,
                y,
                width,
                height,
                fill));
    }

    private void text(double x, double y, String anchor, String words) {
        line(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, words));
    }
}
