package io.guildhall.api.picture;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Texts of pictures, and the room that they take, in pixels. */
public final class Lines {
    private static final String ELLIPSIS = "...";
    private static final int MOST_INITIALS = 3;

    private Lines() {}

    public static int width(String text, int scale) {
        return Glyphs.width(text) * scale;
    }

    public static int height(int scale) {
        return Glyphs.HEIGHT * scale;
    }

    /** The text, cut short where it would be wider than the room. */
    public static String fitting(String text, int scale, int room) {
        if (width(text, scale) <= room) {
            return text;
        }
        int letters = Math.max(0, room / (Glyphs.ADVANCE * scale) - ELLIPSIS.length());
        return text.substring(0, text.offsetByCodePoints(0, letters)) + ELLIPSIS;
    }

    /** The first letters of the first words. */
    public static String initials(String name) {
        return Arrays.stream(name.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_INITIALS)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }
}
