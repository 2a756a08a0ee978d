package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Emoji;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.ExpressionOwners;
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
        changes.write(Rows.write(before, emoji));
        if (before == null) {
            changes.write(Write.to(ExpressionOwners.TABLE, id)
                    .set(ExpressionOwners.KIND, ExpressionOwners.EMOJI)
                    .set(ExpressionOwners.OWNER_ID, guild.id())
                    .set(ExpressionOwners.FILE, emoji.get(Emojis.IMAGE))
                    .build());
        }
        put(emojis().with(id, emoji));
        tellEmojis();
    }

    public void deleteEmoji(RowView emoji) {
        long id = emoji.get(Emojis.EMOJI_ID);
        changes.write(Rows.delete(emoji));
        changes.write(Write.delete(ExpressionOwners.TABLE, id));
        put(emojis().without(id));
        tellEmojis();
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
            changes.write(Rows.write(emoji, next));
            put(emojis().with(emoji.get(Emojis.EMOJI_ID), next));
        }
        if (!bound.isEmpty()) {
            tellEmojis();
        }
    }

    /** The guild is gone, and all of them with it. Nobody is told. */
    public void forgetAll() {
        emojis().rows()
                .forEach(emoji -> changes.write(Write.delete(ExpressionOwners.TABLE, emoji.get(Emojis.EMOJI_ID))));
        changes.write(Write.deletePartition(Emojis.TABLE, guild.id()));
    }

    private ExpressionList<Emoji> emojis() {
        return guild.expressions().emojis();
    }

    private void put(ExpressionList<Emoji> next) {
        guild.put(guild.expressions().with(next));
    }

    private void tellEmojis() {
        tell(DispatchEvent.GUILD_EMOJIS_UPDATE, "emojis", emojis().json().get());
    }

    private void tell(DispatchEvent name, String field, ByteString all) {
        ByteString scope = Json.bytes(Json.object().put("guild_id", Snowflake.format(guild.id())));
        changes.event(Events.inGuild(name, JsonParts.with(scope, field, all)).build());
    }
}
