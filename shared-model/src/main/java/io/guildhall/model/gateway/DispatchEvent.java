package io.guildhall.model.gateway;

/**
 * The events that the gateway dispatches, each with the intents of which a session needs at least one to receive it: one
 * set for events of guilds, one for events of private channels. An empty set means that no intent is needed.
 */
public enum DispatchEvent {
    APPLICATION_COMMAND_PERMISSIONS_UPDATE,
    AUTO_MODERATION_ACTION_EXECUTION(Intent.AUTO_MODERATION_EXECUTION.bit()),
    AUTO_MODERATION_RULE_CREATE(Intent.AUTO_MODERATION_CONFIGURATION.bit()),
    AUTO_MODERATION_RULE_DELETE(Intent.AUTO_MODERATION_CONFIGURATION.bit()),
    AUTO_MODERATION_RULE_UPDATE(Intent.AUTO_MODERATION_CONFIGURATION.bit()),
    CHANNEL_CREATE(Intent.GUILDS.bit()),
    CHANNEL_DELETE(Intent.GUILDS.bit()),
    CHANNEL_INFO,
    CHANNEL_PINS_UPDATE(Intent.GUILDS.bit(), Intent.DIRECT_MESSAGES.bit()),
    CHANNEL_UPDATE(Intent.GUILDS.bit()),
    ENTITLEMENT_CREATE,
    ENTITLEMENT_DELETE,
    ENTITLEMENT_UPDATE,
    GUILD_AUDIT_LOG_ENTRY_CREATE(Intent.GUILD_MODERATION.bit()),
    GUILD_BAN_ADD(Intent.GUILD_MODERATION.bit()),
    GUILD_BAN_REMOVE(Intent.GUILD_MODERATION.bit()),
    GUILD_CREATE(Intent.GUILDS.bit()),
    GUILD_DELETE(Intent.GUILDS.bit()),
    GUILD_EMOJIS_UPDATE(Intent.GUILD_EXPRESSIONS.bit()),
    GUILD_INTEGRATIONS_UPDATE(Intent.GUILD_INTEGRATIONS.bit()),
    GUILD_MEMBERS_CHUNK,
    GUILD_MEMBER_ADD(Intent.GUILD_MEMBERS.bit()),
    GUILD_MEMBER_REMOVE(Intent.GUILD_MEMBERS.bit()),
    GUILD_MEMBER_UPDATE(Intent.GUILD_MEMBERS.bit()),
    GUILD_ROLE_CREATE(Intent.GUILDS.bit()),
    GUILD_ROLE_DELETE(Intent.GUILDS.bit()),
    GUILD_ROLE_UPDATE(Intent.GUILDS.bit()),
    GUILD_SCHEDULED_EVENT_CREATE(Intent.GUILD_SCHEDULED_EVENTS.bit()),
    GUILD_SCHEDULED_EVENT_DELETE(Intent.GUILD_SCHEDULED_EVENTS.bit()),
    GUILD_SCHEDULED_EVENT_UPDATE(Intent.GUILD_SCHEDULED_EVENTS.bit()),
    GUILD_SCHEDULED_EVENT_USER_ADD(Intent.GUILD_SCHEDULED_EVENTS.bit()),
    GUILD_SCHEDULED_EVENT_USER_REMOVE(Intent.GUILD_SCHEDULED_EVENTS.bit()),
    GUILD_SOUNDBOARD_SOUNDS_UPDATE(Intent.GUILD_EXPRESSIONS.bit()),
    GUILD_SOUNDBOARD_SOUND_CREATE(Intent.GUILD_EXPRESSIONS.bit()),
    GUILD_SOUNDBOARD_SOUND_DELETE(Intent.GUILD_EXPRESSIONS.bit()),
    GUILD_SOUNDBOARD_SOUND_UPDATE(Intent.GUILD_EXPRESSIONS.bit()),
    GUILD_STICKERS_UPDATE(Intent.GUILD_EXPRESSIONS.bit()),
    GUILD_UPDATE(Intent.GUILDS.bit()),
    INTEGRATION_CREATE(Intent.GUILD_INTEGRATIONS.bit()),
    INTEGRATION_DELETE(Intent.GUILD_INTEGRATIONS.bit()),
    INTEGRATION_UPDATE(Intent.GUILD_INTEGRATIONS.bit()),
    INTERACTION_CREATE,
    INVITE_CREATE(Intent.GUILD_INVITES.bit()),
    INVITE_DELETE(Intent.GUILD_INVITES.bit()),
    MESSAGE_CREATE(Intent.GUILD_MESSAGES.bit(), Intent.DIRECT_MESSAGES.bit()),
    MESSAGE_DELETE(Intent.GUILD_MESSAGES.bit(), Intent.DIRECT_MESSAGES.bit()),
    MESSAGE_DELETE_BULK(Intent.GUILD_MESSAGES.bit()),
    MESSAGE_POLL_VOTE_ADD(Intent.GUILD_MESSAGE_POLLS.bit(), Intent.DIRECT_MESSAGE_POLLS.bit()),
    MESSAGE_POLL_VOTE_REMOVE(Intent.GUILD_MESSAGE_POLLS.bit(), Intent.DIRECT_MESSAGE_POLLS.bit()),
    MESSAGE_REACTION_ADD(Intent.GUILD_MESSAGE_REACTIONS.bit(), Intent.DIRECT_MESSAGE_REACTIONS.bit()),
    MESSAGE_REACTION_REMOVE(Intent.GUILD_MESSAGE_REACTIONS.bit(), Intent.DIRECT_MESSAGE_REACTIONS.bit()),
    MESSAGE_REACTION_REMOVE_ALL(Intent.GUILD_MESSAGE_REACTIONS.bit(), Intent.DIRECT_MESSAGE_REACTIONS.bit()),
    MESSAGE_REACTION_REMOVE_EMOJI(Intent.GUILD_MESSAGE_REACTIONS.bit(), Intent.DIRECT_MESSAGE_REACTIONS.bit()),
    MESSAGE_UPDATE(Intent.GUILD_MESSAGES.bit(), Intent.DIRECT_MESSAGES.bit()),
    PRESENCE_UPDATE(Intent.GUILD_PRESENCES.bit()),
    RATE_LIMITED,
    READY,
    RESUMED,
    SOUNDBOARD_SOUNDS,
    STAGE_INSTANCE_CREATE(Intent.GUILDS.bit()),
    STAGE_INSTANCE_DELETE(Intent.GUILDS.bit()),
    STAGE_INSTANCE_UPDATE(Intent.GUILDS.bit()),
    SUBSCRIPTION_CREATE,
    SUBSCRIPTION_DELETE,
    SUBSCRIPTION_UPDATE,
    THREAD_CREATE(Intent.GUILDS.bit()),
    THREAD_DELETE(Intent.GUILDS.bit()),
    THREAD_LIST_SYNC(Intent.GUILDS.bit()),
    THREAD_MEMBERS_UPDATE(Intent.GUILDS.bit() | Intent.GUILD_MEMBERS.bit()),
    THREAD_MEMBER_UPDATE(Intent.GUILDS.bit()),
    THREAD_UPDATE(Intent.GUILDS.bit()),
    TYPING_START(Intent.GUILD_MESSAGE_TYPING.bit(), Intent.DIRECT_MESSAGE_TYPING.bit()),
    USER_UPDATE,
    VOICE_CHANNEL_EFFECT_SEND(Intent.GUILD_VOICE_STATES.bit()),
    VOICE_CHANNEL_START_TIME_UPDATE(Intent.GUILDS.bit()),
    VOICE_CHANNEL_STATUS_UPDATE(Intent.GUILDS.bit()),
    VOICE_SERVER_UPDATE,
    VOICE_STATE_UPDATE(Intent.GUILD_VOICE_STATES.bit()),
    WEBHOOKS_UPDATE(Intent.GUILD_WEBHOOKS.bit());

    private final long guildIntents;
    private final long privateIntents;

    DispatchEvent() {
        this(0);
    }

    DispatchEvent(long guildIntents) {
        this(guildIntents, 0);
    }

    DispatchEvent(long guildIntents, long privateIntents) {
        this.guildIntents = guildIntents;
        this.privateIntents = privateIntents;
    }

    /** At least one of these is needed when the event comes from a guild. */
    public long guildIntents() {
        return guildIntents;
    }

    /** At least one of these is needed when the event comes from a private channel. */
    public long privateIntents() {
        return privateIntents;
    }
}
