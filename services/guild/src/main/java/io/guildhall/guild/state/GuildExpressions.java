package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.payload.Emoji;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;

/** What a guild's members express themselves with, at one moment. It never changes. */
public record GuildExpressions(ExpressionList<Emoji> emojis) {
    /** Of a place that has none of its own. */
    public static final GuildExpressions NONE =
            new GuildExpressions(ExpressionList.empty(row -> Emoji.from(row, null)));

    static GuildExpressions load(StorageFacade storage, long guildId) {
        ExpressionList<Emoji> emojis = NONE.emojis();
        for (RowView emoji : storage.all(Emojis.TABLE, guildId)) {
            emojis = emojis.with(emoji.get(Emojis.EMOJI_ID), emoji);
        }
        return NONE.with(emojis);
    }

    GuildExpressions with(ExpressionList<Emoji> next) {
        return new GuildExpressions(next);
    }
}
