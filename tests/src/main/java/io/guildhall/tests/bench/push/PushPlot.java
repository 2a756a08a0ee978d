package io.guildhall.tests.bench.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Two pictures of a burst below each other, as SVG: what was pushed, and what waited. */
final class PushPlot {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 220;
    private static final int LEFT = 80;
    private static final int TOP = 36;
    private static final int RIGHT = 20;
    private static final int BOTTOM = 34;

    private PushPlot() {}

    /**
     * @param pushed each second
     * @param buffered at the end of each second
     */
    static void write(Path file, List<Integer> pushed, List<Integer> buffered) throws IOException {
        List<Integer> perMinute = pushed.stream().map(count -> count * 60).toList();
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + 2 * HEIGHT
                + "\" font-family=\"sans-serif\" font-size=\"12\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
                + panel("Pushed per minute", "#3b6ea5", perMinute, 0)
                + panel("Buffered", "#a5573b", buffered, HEIGHT)
                + "</svg>\n";
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, svg);
    }

    private static String panel(String title, String colour, List<Integer> values, int top) {
        int most = Math.max(1, values.isEmpty() ? 1 : Collections.max(values));
        double step = (WIDTH - LEFT - RIGHT) / (double) Math.max(1, values.size() - 1);
        double height = HEIGHT - TOP - BOTTOM;
        StringBuilder line = new StringBuilder();
        for (int second = 0; second < values.size(); second++) {
            double y = top + TOP + height - height * values.get(second) / most;
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", LEFT + second * step, y));
        }
        int bottom = top + HEIGHT - BOTTOM;
        return text(LEFT, top + 20, "start", title)
                + text(LEFT - 8, top + TOP + 4, "end", String.format(Locale.ROOT, "%,d", most))
                + text(LEFT - 8, bottom + 4, "end", "0")
                + text(LEFT, bottom + 18, "start", "0 s")
                + text(WIDTH - RIGHT, bottom + 18, "end", values.size() + " s")
                + "<path d=\"M" + LEFT + "," + (top + TOP) + "V" + bottom + "H" + (WIDTH - RIGHT)
                + "\" fill=\"none\" stroke=\"#888\"/>\n<polyline points=\""
                + line.toString().strip()
                + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\"/>\n";
    }

    private static String text(int x, int y, String anchor, String words) {
        return "<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">" + words + "</text>\n";
    }
}
