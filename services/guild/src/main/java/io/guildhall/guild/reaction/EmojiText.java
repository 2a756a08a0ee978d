package io.guildhall.guild.reaction;

import io.guildhall.model.emoji.UnicodeEmoji;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.PartialEmoji;

/** Reads the emoji of a route: an emoji itself, or {@code name:id} of a custom one. */
final class EmojiText {

    private EmojiText() {}

    static PartialEmoji parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon >= 0) {
            return custom(text.substring(0, colon), text.substring(colon + 1));
        }
        if (!UnicodeEmoji.is(text)) {
            throw ApiException.of(ErrorCode.UNKNOWN_EMOJI);
        }
        return new PartialEmoji(null, text, null);
    }

    /** False for what {@link #parse} refuses. */
    static boolean isReadable(String text) {
        return UnicodeEmoji.is(text) || text.matches("[^:]*:?[^:]+:\\d{1,19}");
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
}
