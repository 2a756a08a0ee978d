package io.guildhall.model.gateway;

/** Events that only people's own sessions get, about what belongs to a person; bots never do, whatever their intents are. */
public enum PersonEvent {
    CHANNEL_PINS_ACK,
    CHANNEL_RECIPIENT_ADD,
    CHANNEL_RECIPIENT_REMOVE,
    MESSAGE_ACK,
    RELATIONSHIP_ADD,
    RELATIONSHIP_REMOVE,
    RELATIONSHIP_UPDATE,
    USER_GUILD_SETTINGS_UPDATE,
    USER_NOTE_UPDATE,
    USER_SETTINGS_PROTO_UPDATE,
    USER_SETTINGS_UPDATE
}
