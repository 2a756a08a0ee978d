package io.guildhall.guild.user;

import io.guildhall.guild.kernel.actor.Changes;

/** Takes note of guilds that a user comes to belong to, in the batch with which that is taken. */
public interface GuildListener {
    /** Told after the user belongs to it, also when that was known already. */
    void joined(UserState user, long guildId, Changes changes);
}
