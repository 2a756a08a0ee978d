package io.guildhall.api.picture;

/** A picture that shapes and texts are put on, one over the other. What nothing was put on is transparent. */
public final class Canvas {
    /** Each pixel is looked at in so many places to each side, which makes edges smooth. */
    private static final int SAMPLES = 3;

    private static final int BYTES_PER_PIXEL = 4;

    private final int width;
    private final int height;
    private final int[] rgb;
    private final double[] opacity;

    public Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.rgb = new int[width * height];
        this.opacity = new double[width * height];
    }

    /** Whether a point is in it. */
    @FunctionalInterface
    public interface Area {
        boolean contains(double x, double y);
    }

    /** A rectangle with round corners; a circle when the radius is half of its sides. */
    public Canvas box(double left, double top, double across, double down, double radius, int color) {
        return fill(left, top, across, down, color, (x, y) -> {
            double beyondX = Math.max(Math.max(left + radius - x, x - (left + across - radius)), 0);
            double beyondY = Math.max(Math.max(top + radius - y, y - (top + down - radius)), 0);
            return beyondX * beyondX + beyondY * beyondY <= radius * radius;
        });
    }

    public Canvas circle(double centreX, double centreY, double radius, int color) {
        return box(centreX - radius, centreY - radius, 2 * radius, 2 * radius, radius, color);
    }

    /** Fills an area, as far as it is in this rectangle. */
    public Canvas fill(double left, double top, double across, double down, int color, Area area) {
        for (int y = Math.max(0, (int) top); y < Math.min(height, Math.ceil(top + down)); y++) {
            for (int x = Math.max(0, (int) left); x < Math.min(width, Math.ceil(left + across)); x++) {
                double covered = covered(
                        x,
                        y,
                        (px, py) -> px >= left
                                && px <= left + across
                                && py >= top
                                && py <= top + down
                                && area.contains(px, py));
                blend(x, y, color, covered);
            }
        }
        return this;
    }

    /** A text whose first letter has its upper left corner there. What goes over the edge is cut off. */
    public Canvas text(String text, int left, int top, int scale, int color) {
        int[] letters = text.codePoints().toArray();
        for (int index = 0; index < letters.length; index++) {
            int start = left + index * Glyphs.ADVANCE * scale;
            for (int row = 0; row < Glyphs.HEIGHT * scale; row++) {
                for (int column = 0; column < Glyphs.WIDTH * scale; column++) {
                    if (Glyphs.inked(letters[index], column / scale, row / scale)) {
                        blend(start + column, top + row, color, 1);
                    }
                }
            }
        }
        return this;
    }

    public byte[] png() {
        byte[] rows = new byte[height * (1 + BYTES_PER_PIXEL * width)];
        int at = 0;
        for (int y = 0; y < height; y++) {
            at++;
            for (int x = 0; x < width; x++) {
                int color = rgb[y * width + x];
                rows[at++] = (byte) (color >> 16);
                rows[at++] = (byte) (color >> 8);
                rows[at++] = (byte) color;
                rows[at++] = (byte) Math.round(opacity[y * width + x] * 255);
            }
        }
        return new Png(width, height, Png.Kind.RGBA).with(rows);
    }

    private static double covered(int x, int y, Area area) {
        int inside = 0;
        for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
            double across = x + (sample % SAMPLES + 0.5) / SAMPLES;
            double down = y + (sample / SAMPLES + 0.5) / SAMPLES;
            if (area.contains(across, down)) {
                inside++;
            }
        }
        return (double) inside / (SAMPLES * SAMPLES);
    }

    private void blend(int x, int y, int color, double covered) {
        if (covered == 0 || x < 0 || y < 0 || x >= width || y >= height) {
            return;
        }
        int at = y * width + x;
        double below = opacity[at] * (1 - covered);
        double whole = covered + below;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double part = ((color >> shift & 0xFF) * covered + (rgb[at] >> shift & 0xFF) * below) / whole;
            mixed |= (int) Math.round(part) << shift;
        }
        rgb[at] = mixed;
        opacity[at] = whole;
    }
}
