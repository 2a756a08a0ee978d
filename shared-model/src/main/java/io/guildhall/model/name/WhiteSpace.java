package io.guildhall.model.name;

/** What counts as white space in whatever people write: of any width, also where no line may break, and line ends. */
public final class WhiteSpace {
    private WhiteSpace() {}

    /** Without white space at both ends. */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhite(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhite(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Without white space at both ends, and with one plain space for any amount of it within. */
    public static String collapsed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean pending = false;
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            if (isWhite(next)) {
                pending = true;
                continue;
            }
            if (pending && !kept.isEmpty()) {
                kept.append(' ');
            }
            pending = false;
            kept.append(next);
        }
        return kept.toString();
    }

    /** All white space is in the plane whose characters are one {@code char} each. */
    static boolean isWhite(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
    }
}
