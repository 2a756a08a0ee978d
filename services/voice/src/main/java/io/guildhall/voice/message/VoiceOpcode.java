package io.guildhall.voice.message;

import java.util.Optional;

/** What a message of the voice gateway is, whoever sends it. */
public enum VoiceOpcode {
    IDENTIFY(0),
    SELECT_PROTOCOL(1),
    READY(2),
    HEARTBEAT(3),
    SESSION_DESCRIPTION(4),
    SPEAKING(5),
    HEARTBEAT_ACK(6),
    RESUME(7),
    HELLO(8),
    RESUMED(9),
    CLIENTS_CONNECT(11),
    VIDEO(12),
    CLIENT_DISCONNECT(13),
    SESSION_UPDATE(14),
    MEDIA_SINK_WANTS(15),
    VOICE_BACKEND_VERSION(16),
    CLIENT_FLAGS(18),
    CLIENT_PLATFORM(20),
    NO_ROUTE(32);

    private final int number;

    VoiceOpcode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Optional<VoiceOpcode> find(int number) {
        for (VoiceOpcode opcode : values()) {
            if (opcode.number == number) {
                return Optional.of(opcode);
            }
        }
        return Optional.empty();
    }
}
