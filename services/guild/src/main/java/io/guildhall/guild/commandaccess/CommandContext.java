package io.guildhall.guild.commandaccess;

import io.guildhall.guild.call.Place;

/** Where commands may be meant for; the numbers are Discord's. */
public enum CommandContext {
    GUILD,
    /** The private channel of a person and the application's bot. */
    BOT_DM,
    /** A private channel in which the application is not. */
    PRIVATE_CHANNEL;

    public static CommandContext of(Place place, long applicationId) {
        if (place.guildId().isPresent()) {
            return GUILD;
        }
        return place.findUser(applicationId).isPresent() ? BOT_DM : PRIVATE_CHANNEL;
    }

    public int number() {
        return ordinal();
    }
}
