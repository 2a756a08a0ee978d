package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.SoundboardSound;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.model.table.catalogue.Sounds;

/** Changes a guild's sounds everywhere at once: in memory, in the store, and in an event about the one. */
public record SoundEdits(GuildState guild, Changes changes) {
    /** @param user who made it, whom everybody is told */
    public void create(RowView sound, User user) {
        Rows.save(null, sound, changes);
        changes.write(ExpressionOwners.ofSound(sound));
        put(sound);
        tell(DispatchEvent.GUILD_SOUNDBOARD_SOUND_CREATE, SoundboardSound.from(sound, user));
    }

    public void update(RowView before, RowView sound) {
        if (before.row().equals(sound.row())) {
            return;
        }
        Rows.save(before, sound, changes);
        put(sound);
        tell(DispatchEvent.GUILD_SOUNDBOARD_SOUND_UPDATE, SoundboardSound.from(sound, null));
    }

    public void delete(RowView sound) {
        long id = sound.get(Sounds.SOUND_ID);
        Rows.delete(sound, changes);
        changes.write(Write.delete(ExpressionOwners.TABLE, id));
        guild.put(guild.expressions().withSounds(guild.expressions().sounds().without(id)));
        tell(
                DispatchEvent.GUILD_SOUNDBOARD_SOUND_DELETE,
                Json.object().put("sound_id", Snowflake.format(id)).put("guild_id", Snowflake.format(guild.id())));
    }

    private void put(RowView sound) {
        guild.put(guild.expressions().withSounds(guild.expressions().sounds().with(sound.get(Sounds.SOUND_ID), sound)));
    }

    private void tell(DispatchEvent name, Object payload) {
        changes.event(Events.inGuild(name, payload).build());
    }
}
