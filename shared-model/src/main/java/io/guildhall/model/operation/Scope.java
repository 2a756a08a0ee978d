package io.guildhall.model.operation;

/** Which actor runs an operation, found from its path and its caller. */
public enum Scope {
    /**
     * The guild named by {@code guild_id} in the path, else in the body (authorizeBot). An operation that names none
     * makes a guild (createGuild): api draws the new guild's id. Either way the owner finds it as {@code guild_id} in the
     * call's path.
     */
    GUILD,
    /**
     * The guild, or the private channel, that {@code channel_id} belongs to: in the path, else in the body (createInteraction), or as the
     * token in the path says. Either way the owner finds it as {@code channel_id} in the call's path.
     */
    CHANNEL,
    /** The guild of the webhook that {@code webhook_id} in the path names. */
    WEBHOOK,
    /** The guild that the invite {@code code} in the path leads to. */
    INVITE,
    /** The calling user or bot. */
    CALLER,
    /** The user named by {@code user_id} in the path; {@code @me} is the caller. */
    USER,
    /** The bot user of the application named by {@code application_id} in the path. */
    APPLICATION,
    /**
     * The bot user of the application that calls: a bot's own, or the one that speaks for a person. A person by themselves gets error 20002.
     */
    CALLING_APPLICATION,
    /**
     * The private channel of two users: those whom {@code user_id} and {@code other_id} in the path name, or the caller and
     * {@code other_id}. The owner finds it as {@code channel_id} in the call's path.
     */
    CONVERSATION,
    /** The lobby that {@code lobby_id} in the path names; an operation that names none makes one, and api draws its id. */
    LOBBY,
    /** No actor: api answers on its own (accounts, gateway address, OAuth2). */
    API;

    /** True when the owner of a guild may be asked. */
    public boolean ofGuilds() {
        return switch (this) {
            case GUILD, CHANNEL, WEBHOOK, INVITE -> true;
            case CALLER, USER, APPLICATION, CALLING_APPLICATION, CONVERSATION, LOBBY, API -> false;
        };
    }
}
