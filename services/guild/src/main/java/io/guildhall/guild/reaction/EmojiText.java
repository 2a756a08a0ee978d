package io.guildhall.guild.reaction;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.PartialEmoji;

/** Reads the emoji of a route: an emoji itself, or {@code name:id} of a custom one. */
final class EmojiText {
    private static final int LONGEST = 64;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    private EmojiText() {}

    static PartialEmoji parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon >= 0) {
            return custom(text.substring(0, colon), text.substring(colon + 1));
        }
        if (!isEmoji(text)) {
            throw ApiException.of(ErrorCode.UNKNOWN_EMOJI);
        }
        return new PartialEmoji(null, text, null);
    }

    /** False for what {@link #parse} refuses. */
    static boolean isReadable(String text) {
        return isEmoji(text) || text.matches("[^:]*:?[^:]+:\\d{1,19}");
    }

    private static PartialEmoji custom(String name, String id) {
        try {
            boolean animated = name.startsWith("a:");
            String bare = name.substring(name.indexOf(':') + 1);
            return new PartialEmoji(Snowflake.format(Snowflake.parse(id)), bare, animated ? true : null);
        } catch (NumberFormatException malformed) {
            throw ApiException.of(ErrorCode.UNKNOWN_EMOJI);
        }
    }

    /** True for one emoji or a sequence that is shown as one: nothing in it may be ordinary text. */
    static boolean isEmoji(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        boolean keycap = text.indexOf(KEYCAP) > 0;
        boolean picture = text.codePoints().anyMatch(EmojiText::isPicture);
        return (keycap || picture) && text.codePoints().allMatch(EmojiText::isPart);
    }

    private static boolean isPicture(int point) {
        return Character.isExtendedPictographic(point) || Character.isEmojiPresentation(point);
    }

    private static boolean isPart(int point) {
        return Character.isEmoji(point)
                || Character.isEmojiComponent(point)
                || Character.isExtendedPictographic(point)
                || point == JOINER
                || point == KEYCAP
                || (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= FIRST_TAG && point <= LAST_TAG);
    }
}
