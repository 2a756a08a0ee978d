package io.guildhall.model.gateway;

/** Events that only people's own sessions get, about what belongs to a person; bots never do, whatever their intents are. */
public enum PersonEvent {
    CHANNEL_PINS_ACK,
    CHANNEL_RECIPIENT_ADD,
    CHANNEL_RECIPIENT_REMOVE,
    LOBBY_CREATE,
    LOBBY_DELETE,
    LOBBY_MEMBER_ADD,
    LOBBY_MEMBER_REMOVE,
    LOBBY_MEMBER_UPDATE,
    LOBBY_MESSAGE_CREATE,
    LOBBY_MESSAGE_UPDATE,
    LOBBY_UPDATE,
    MESSAGE_ACK,
    RECENT_MENTION_DELETE,
    RELATIONSHIP_ADD,
    RELATIONSHIP_REMOVE,
    RELATIONSHIP_UPDATE,
    USER_GUILD_SETTINGS_UPDATE,
    USER_NOTE_UPDATE,
    USER_SETTINGS_PROTO_UPDATE,
    USER_SETTINGS_UPDATE
}
