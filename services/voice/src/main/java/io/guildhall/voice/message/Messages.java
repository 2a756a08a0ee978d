package io.guildhall.voice.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.util.Collection;
import java.util.List;

/** The {@code d} of what the voice gateway says. */
public final class Messages {
    private Messages() {}

    public static ObjectNode hello(int version, long heartbeatInterval) {
        return Json.object().put("v", version).put("heartbeat_interval", heartbeatInterval);
    }

    public static ObjectNode ready(int ssrc, String address, int port, List<String> modes) {
        ObjectNode ready = Json.object().put("ssrc", ssrc).put("ip", address).put("port", port);
        ArrayNode offered = ready.putArray("modes");
        modes.forEach(offered::add);
        ready.putArray("experiments");
        ready.putArray("streams");
        return ready;
    }

    /** Without end-to-end encryption, which clients read from version 0. */
    public static ObjectNode sessionDescription(String mode, byte[] key, String mediaSession) {
        ObjectNode description = Json.object()
                .put("mode", mode)
                .put("audio_codec", "opus")
                .put("video_codec", "H264")
                .put("media_session_id", mediaSession)
                .put("dave_protocol_version", 0);
        ArrayNode bytes = description.putArray("secret_key");
        for (byte one : key) {
            bytes.add(one & 0xFF);
        }
        return description;
    }

    public static ObjectNode speaking(long userId, int ssrc, int flags) {
        return user(userId).put("ssrc", ssrc).put("speaking", flags);
    }

    public static ObjectNode clientsConnect(Collection<Long> users) {
        ObjectNode connect = Json.object();
        ArrayNode ids = connect.putArray("user_ids");
        users.forEach(user -> ids.add(Snowflake.format(user)));
        return connect;
    }

    public static ObjectNode user(long userId) {
        return Json.object().put("user_id", Snowflake.format(userId));
    }

    public static ObjectNode flags(long userId) {
        return user(userId).put("flags", 0);
    }

    public static ObjectNode platform(long userId) {
        return user(userId).put("platform", 0);
    }

    public static ObjectNode codecs(String mediaSession) {
        return Json.object().put("audio_codec", "opus").put("media_session_id", mediaSession);
    }

    /** Everything is wanted of everybody. */
    public static ObjectNode wants() {
        return Json.object().put("any", 100);
    }

    public static ObjectNode backend() {
        return Json.object().put("voice", "guildhall").put("rtc_worker", "guildhall");
    }

    /** A whole message without a number. */
    public static String unnumbered(VoiceOpcode opcode, JsonNode data) {
        return whole(opcode, data).toString();
    }

    static String numbered(VoiceOpcode opcode, JsonNode data, int sequence) {
        return whole(opcode, data).put("seq", sequence).toString();
    }

    private static ObjectNode whole(VoiceOpcode opcode, JsonNode data) {
        ObjectNode message = Json.object().put("op", opcode.number());
        message.set("d", data);
        return message;
    }
}
