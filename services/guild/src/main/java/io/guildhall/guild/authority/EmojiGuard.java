package io.guildhall.guild.authority;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.emoji.UnicodeEmoji;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.util.function.LongPredicate;

/**
 * The one rule for an emoji that stands beside something that a guild has: one of the guild's own, by id, or a text that is one.
 *
 * @param own whether the guild has an emoji of this id
 */
public record EmojiGuard(LongPredicate own) {
    /** In a guild that is only made, which has none of its own. */
    public static final EmojiGuard OF_NEW_GUILD = new EmojiGuard(id -> false);

    public static EmojiGuard of(GuildView guild) {
        return new EmojiGuard(id -> guild.expressions().emojis().find(id).isPresent());
    }

    /**
     * The text of the emoji.
     *
     * @param id of one of the guild's own, with which the name means nothing; may be null
     * @param name null, like an empty text, for none
     * @return null for one of the guild's own, and for none
     * @throws ApiException 10014 when the guild has no such emoji, or the text is none
     */
    public String text(Long id, String name) {
        if (id == null) {
            return text(name);
        }
        if (!own.test(id)) {
            throw ApiException.of(ErrorCode.UNKNOWN_EMOJI);
        }
        return null;
    }

    /** The same where no guild's own may stand. */
    public static String text(String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        if (!UnicodeEmoji.is(name)) {
            throw ApiException.of(ErrorCode.UNKNOWN_EMOJI);
        }
        return name;
    }

    /** What posts are reacted to with, as it is kept: JSON of an emoji's id or name, or null for neither. */
    public String reaction(String asked) {
        JsonNode emoji = Json.parse(asked);
        String id = emoji.path("emoji_id").textValue();
        String name = text(
                id == null ? null : Snowflake.parse(id),
                emoji.path("emoji_name").textValue());
        return id == null && name == null
                ? null
                : Json.object().put("emoji_id", id).put("emoji_name", name).toString();
    }
}
