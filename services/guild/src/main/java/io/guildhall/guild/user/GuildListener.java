package io.guildhall.guild.user;

import io.guildhall.guild.kernel.actor.Changes;

/** Takes note of guilds that a user comes to belong to, in the batch with which that is taken. */
public interface GuildListener {
    /** @param guildId one that the user did not belong to */
    void joined(UserState user, long guildId, Changes changes);
}
