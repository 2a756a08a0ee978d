package io.guildhall.model.emoji;

import java.util.regex.Pattern;

/**
 * Tells whether a text is one emoji: a picture with whatever modifies it, several that are joined, a flag or a keycap. Two
 * emojis in a row are none, and neither is an emoji beside ordinary text.
 */
public final class UnicodeEmoji {
    private static final int LONGEST = 64;
    private static final String SELECTOR = "[\\x{FE0E}\\x{FE0F}]?";
    private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
    private static final String KEYCAP = "[0-9#*]" + SELECTOR + "\\x{20E3}";
    private static final String TAGS = "(?:[\\x{E0020}-\\x{E007E}]+\\x{E007F})?";
    private static final String PICTURE = "[\\p{IsExtended_Pictographic}\\p{IsEmoji_Modifier}]" + SELECTOR
            + "\\p{IsEmoji_Modifier}?" + SELECTOR + TAGS;
    private static final Pattern ONE =
            Pattern.compile(FLAG + "|" + KEYCAP + "|" + PICTURE + "(?:\\x{200D}" + PICTURE + ")*");

    private UnicodeEmoji() {}

    public static boolean is(String text) {
        return text.length() <= LONGEST && ONE.matcher(text).matches();
    }
}
