package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.payload.Emoji;
import io.guildhall.model.payload.SoundboardSound;
import io.guildhall.model.payload.Sticker;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.Sounds;
import io.guildhall.model.table.catalogue.Stickers;

/** What a guild's members express themselves with, at one moment. It never changes. */
public record GuildExpressions(
        ExpressionList<Emoji> emojis, ExpressionList<Sticker> stickers, ExpressionList<SoundboardSound> sounds) {
    /** Of a place that has none of its own. */
    public static final GuildExpressions NONE = new GuildExpressions(
            ExpressionList.empty(row -> Emoji.from(row, null)),
            ExpressionList.empty(row -> Sticker.from(row, null)),
            ExpressionList.empty(row -> SoundboardSound.from(row, null)));

    static GuildExpressions load(StorageFacade storage, long guildId) {
        GuildExpressions all = NONE;
        for (RowView emoji : storage.all(Emojis.TABLE, guildId)) {
            all = all.withEmojis(all.emojis.with(emoji.get(Emojis.EMOJI_ID), emoji));
        }
        for (RowView sticker : storage.all(Stickers.TABLE, guildId)) {
            all = all.withStickers(all.stickers.with(sticker.get(Stickers.STICKER_ID), sticker));
        }
        for (RowView sound : storage.all(Sounds.TABLE, guildId)) {
            all = all.withSounds(all.sounds.with(sound.get(Sounds.SOUND_ID), sound));
        }
        return all;
    }

    GuildExpressions withEmojis(ExpressionList<Emoji> next) {
        return new GuildExpressions(next, stickers, sounds);
    }

    GuildExpressions withStickers(ExpressionList<Sticker> next) {
        return new GuildExpressions(emojis, next, sounds);
    }

    GuildExpressions withSounds(ExpressionList<SoundboardSound> next) {
        return new GuildExpressions(emojis, stickers, next);
    }
}
