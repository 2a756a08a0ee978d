package io.guildhall.guild.message;

import io.guildhall.model.payload.PartialEmoji;

/** How the table of reactions names an emoji: a custom one by its id, any other by itself. */
public final class EmojiKey {
    /** The kind of every reaction that is not a burst. */
    public static final long NORMAL = 0;

    private EmojiKey() {}

    public static String of(PartialEmoji emoji) {
        return emoji.id() == null ? emoji.name() : emoji.id();
    }
}
