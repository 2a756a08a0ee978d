package io.guildhall.model.gateway;

import java.util.Optional;

/** What a gateway frame is. */
public enum Opcode {
    DISPATCH(0),
    HEARTBEAT(1),
    IDENTIFY(2),
    PRESENCE_UPDATE(3),
    VOICE_STATE_UPDATE(4),
    /** Without data: the client asks again where it is to connect for voice. */
    VOICE_SERVER_PING(5),
    RESUME(6),
    RECONNECT(7),
    REQUEST_GUILD_MEMBERS(8),
    INVALID_SESSION(9),
    HELLO(10),
    HEARTBEAT_ACK(11),
    /** From people's clients: asks for the calls of private channels. */
    CALL_SYNC(13),
    /** From people's clients: which channels and members of a guild they look at. */
    GUILD_SUBSCRIPTIONS(14),
    REQUEST_SOUNDBOARD_SOUNDS(31),
    /** From people's clients: {@link #GUILD_SUBSCRIPTIONS} of many guilds at once. */
    GUILD_SUBSCRIPTIONS_BULK(37),
    REQUEST_CHANNEL_INFO(43);

    private final int number;

    Opcode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Optional<Opcode> find(int number) {
        for (Opcode opcode : values()) {
            if (opcode.number == number) {
                return Optional.of(opcode);
            }
        }
        return Optional.empty();
    }
}
