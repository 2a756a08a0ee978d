package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.authority.EmojiGuard;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Emoji;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import java.util.Optional;

/**
 * An emoji beside something that a guild shows to those who come: one of its own, by id, or one that is text.
 *
 * @param id 0 for none of its own
 * @param name what is text; null for none
 */
record PageEmoji(long id, String name) {
    static final PageEmoji NONE = new PageEmoji(0, null);

    /** @throws ApiException 10014 when the guild has no such emoji, or the text is none */
    static PageEmoji asked(GuildState guild, Given<Long> id, Given<String> name) {
        return new PageEmoji(id.or(0L), EmojiGuard.of(guild).text(id.orNull(), name.orNull()));
    }

    /** With id, name and whether it moves; one that the guild has no more is none. */
    ObjectNode json(GuildView guild) {
        Optional<RowView> own = guild.expressions().emojis().find(id);
        Optional<Emoji> shown = own.map(row -> Emoji.from(row, null));
        return Json.object()
                .put("id", shown.isPresent() ? Snowflake.format(id) : null)
                .put("name", shown.map(Emoji::name).orElse(name))
                .put("animated", shown.map(Emoji::animated).orElse(false));
    }
}
