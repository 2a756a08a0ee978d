package io.guildhall.model.name;

import java.lang.Character.UnicodeScript;

/**
 * Characters of which a reader sees nothing: those that turn the direction of what stands around them, of no width, controls. Some of
 * them are needed within a text, to join letters and pictures; those stay where they join something.
 */
final class Unseen {
    private static final int NONE = -1;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;

    private Unseen() {}

    /** Embeds, overrides and isolates, which turn what other people wrote beside them unless somebody closes them. */
    static boolean turnsDirection(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }

    /** Without any of them but white space, and but joiners, variations and parts of flags that change what is seen. */
    static String removed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int before = NONE;
        for (int index = 0; index < text.length(); ) {
            int point = text.codePointAt(index);
            index += Character.charCount(point);
            int after = index < text.length() ? text.codePointAt(index) : NONE;
            if (stays(before, point, after)) {
                kept.appendCodePoint(point);
                before = point;
            }
        }
        return kept.toString();
    }

    private static boolean stays(int before, int point, int after) {
        if (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER) {
            return joins(before) && joins(after);
        }
        if (isVariation(point)) {
            return before != NONE
                            && !WhiteSpace.isWhite(before)
                            && !isVariation(before)
                            && !Character.isAlphabetic(before)
                    || isIdeograph(before);
        }
        if (isTag(point)) {
            return before == BLACK_FLAG || isTag(before);
        }
        return WhiteSpace.isWhite(point) || !showsNothing(point);
    }

    /** True for all that takes no ink, wherever it stands. */
    static boolean showsNothing(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT && !isPrepended(point)
                || isVariation(point)
                || WhiteSpace.isWhite(point)
                || drawnAsNothing(point);
    }

    /** Letters and marks by name that fonts draw as nothing: the grapheme joiner, Hangul fillers, vowels of Khmer without form. */
    private static boolean drawnAsNothing(int point) {
        return switch (point) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    /** Signs of Arabic and Kaithi that are of the category of formats, but are seen. */
    private static boolean isPrepended(int point) {
        return point >= 0x0600 && point <= 0x0605
                || point == 0x06DD
                || point == 0x070F
                || point == 0x0890
                || point == 0x0891
                || point == 0x08E2
                || point == 0x110BD
                || point == 0x110CD;
    }

    private static boolean isVariation(int point) {
        return point >= 0xFE00 && point <= 0xFE0F
                || point >= 0xE0100 && point <= 0xE01EF
                || point >= 0x180B && point <= 0x180D
                || point == 0x180F;
    }

    private static boolean isIdeograph(int point) {
        return point != NONE && (Character.isIdeographic(point) || UnicodeScript.of(point) == UnicodeScript.MONGOLIAN);
    }

    private static boolean isTag(int point) {
        return point >= 0xE0020 && point <= 0xE007F;
    }

    /** Joiners mean something beside pictures, and in scripts whose letters join; in those of Europe they only hide. */
    private static boolean joins(int point) {
        if (point == NONE || point < 0x80 || showsNothing(point) && !isVariation(point)) {
            return false;
        }
        return switch (UnicodeScript.of(point)) {
            case LATIN, CYRILLIC, GREEK, ARMENIAN -> false;
            default -> true;
        };
    }
}
