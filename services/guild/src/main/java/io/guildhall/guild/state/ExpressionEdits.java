package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Emoji;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Sticker;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.model.table.catalogue.Sounds;
import io.guildhall.model.table.catalogue.Stickers;
import java.util.List;

/** Changes a guild's expressions everywhere at once: in memory, in the store, and in an event that lists them all. */
public record ExpressionEdits(GuildState guild, Changes changes) {
    /** A new emoji, or one that changed. */
    public void saveEmoji(RowView emoji) {
        long id = emoji.get(Emojis.EMOJI_ID);
        RowView before = emojis().find(id).orElse(null);
        if (before != null && before.row().equals(emoji.row())) {
            return;
        }
        Rows.save(before, emoji, changes);
        if (before == null) {
            changes.write(ExpressionOwners.ofEmoji(emoji));
        }
        put(emojis().with(id, emoji));
        tellEmojis();
    }

    public void deleteEmoji(RowView emoji) {
        long id = emoji.get(Emojis.EMOJI_ID);
        Rows.delete(emoji, changes);
        changes.write(Write.delete(ExpressionOwners.TABLE, id));
        put(emojis().without(id));
        tellEmojis();
    }

    /** A new sticker, or one that changed. */
    public void saveSticker(RowView sticker) {
        long id = sticker.get(Stickers.STICKER_ID);
        RowView before = stickers().find(id).orElse(null);
        if (before != null && before.row().equals(sticker.row())) {
            return;
        }
        Rows.save(before, sticker, changes);
        if (before == null) {
            changes.write(ExpressionOwners.ofSticker(sticker));
        }
        guild.put(guild.expressions().withStickers(stickers().with(id, sticker)));
        tellStickers();
    }

    public void deleteSticker(RowView sticker) {
        long id = sticker.get(Stickers.STICKER_ID);
        Rows.delete(sticker, changes);
        changes.write(Write.delete(ExpressionOwners.TABLE, id));
        guild.put(guild.expressions().withStickers(stickers().without(id)));
        tellStickers();
    }

    /** A role is gone: no emoji is for its bearers any more. */
    void forgetRole(long roleId) {
        List<RowView> bound = emojis().rows().stream()
                .filter(emoji -> emoji.get(Emojis.ROLES, List.of()).contains(roleId))
                .toList();
        for (RowView emoji : bound) {
            List<Long> roles = emoji.get(Emojis.ROLES).stream()
                    .filter(role -> role != roleId)
                    .toList();
            RowView next = Rows.with(emoji, Emojis.ROLES, roles.isEmpty() ? null : roles);
            Rows.save(emoji, next, changes);
            put(emojis().with(emoji.get(Emojis.EMOJI_ID), next));
        }
        if (!bound.isEmpty()) {
            tellEmojis();
        }
    }

    /** The guild is gone, and all of them with it. Nobody is told. */
    public void forgetAll() {
        emojis().rows().forEach(emoji -> forget(emoji, emoji.get(Emojis.EMOJI_ID)));
        stickers().rows().forEach(sticker -> forget(sticker, sticker.get(Stickers.STICKER_ID)));
        guild.expressions().sounds().rows().forEach(sound -> forget(sound, sound.get(Sounds.SOUND_ID)));
        changes.write(Write.deletePartition(Emojis.TABLE, guild.id()));
        changes.write(Write.deletePartition(Sounds.TABLE, guild.id()));
        changes.write(Write.deletePartition(Stickers.TABLE, guild.id()));
    }

    private void forget(RowView expression, long id) {
        changes.write(Write.delete(ExpressionOwners.TABLE, id));
        Rows.forgetPictures(expression, changes);
    }

    private ExpressionList<Sticker> stickers() {
        return guild.expressions().stickers();
    }

    private ExpressionList<Emoji> emojis() {
        return guild.expressions().emojis();
    }

    private void put(ExpressionList<Emoji> next) {
        guild.put(guild.expressions().withEmojis(next));
    }

    private void tellEmojis() {
        tell(DispatchEvent.GUILD_EMOJIS_UPDATE, "emojis", emojis().json().get());
    }

    private void tellStickers() {
        tell(DispatchEvent.GUILD_STICKERS_UPDATE, "stickers", stickers().json().get());
    }

    private void tell(DispatchEvent name, String field, ByteString all) {
        ByteString scope = Json.bytes(Json.object().put("guild_id", Snowflake.format(guild.id())));
        changes.event(Events.inGuild(name, JsonParts.with(scope, field, all)).build());
    }
}
