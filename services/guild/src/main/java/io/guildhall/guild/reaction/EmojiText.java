package io.guildhall.guild.reaction;

import io.guildhall.guild.message.MessageReads;
import io.guildhall.model.emoji.UnicodeEmoji;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.PartialEmoji;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the emoji of a route: an emoji itself, or {@code name:id} of a custom one. */
final class EmojiText {
    private static final Pattern CUSTOM = Pattern.compile("(a?:)?([A-Za-z0-9_]{1,32}):([0-9]{1,20})");

    private EmojiText() {}

    static PartialEmoji parse(String text) {
        return find(text).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_EMOJI));
    }

    /** Empty for what is no emoji. */
    static Optional<PartialEmoji> find(String text) {
        if (UnicodeEmoji.is(text)) {
            return Optional.of(new PartialEmoji(null, text, null));
        }
        Matcher custom = CUSTOM.matcher(text);
        OptionalLong id = custom.matches() ? MessageReads.id(custom.group(3)) : OptionalLong.empty();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Boolean animated = "a:".equals(custom.group(1)) ? true : null;
        return Optional.of(new PartialEmoji(Snowflake.format(id.getAsLong()), custom.group(2), animated));
    }
}
