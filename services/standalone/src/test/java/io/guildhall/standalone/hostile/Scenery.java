package io.guildhall.standalone.hostile;

import static io.guildhall.model.operation.HttpMethod.GET;
import static io.guildhall.model.operation.HttpMethod.POST;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.payload.Json;
import java.util.Map;

/** What an operation asks for that not every guild has: without it every caller would be told of that, and of nothing else. */
record Scenery(Calls calls, World world) {
    private static final int VOICE = 2;
    private static final int ANNOUNCEMENT = 5;
    private static final int STAGE = 13;

    /** Puts the ids of what was made for the operation among the others. */
    void prepare(Operation operation, Map<String, String> ids) {
        switch (operation.name()) {
            case "joinThread", "leaveThread", "addThreadMember", "removeThreadMember" ->
                ids.put(
                        "channel_id",
                        id(
                                POST,
                                "/channels/" + ids.get("channel_id") + "/threads",
                                "{\"name\":\"x\",\"type\":11}",
                                "id"));
            case "endPoll", "vote" -> ids.put("message_id", message(ids.get("channel_id"), """
                {"poll":{"question":{"text":"x"},"answers":[{"poll_media":{"text":"x"}}]}}\
                """));
            case "crosspostMessage", "followChannel" -> {
                String text = ids.get("channel_id");
                ids.put("channel_id", channel(ANNOUNCEMENT));
                ids.put("message_id", message(ids.get("channel_id"), "{\"content\":\"x\"}"));
                ids.put("target_id", text);
            }
            case "sendSound", "setVoiceStatus" -> ids.put("channel_id", channel(VOICE));
            case "createStageInstance" -> ids.put("channel_id", channel(STAGE));
            case "updateStageInstance", "deleteStageInstance" -> {
                ids.put("channel_id", channel(STAGE));
                String body = "{\"channel_id\":\"%s\",\"topic\":\"x\"}".formatted(ids.get("channel_id"));
                id(POST, "/stage-instances", body, "id");
            }
            case "createInteraction" ->
                ids.put(
                        "version",
                        id(
                                GET,
                                "/applications/" + ids.get("application_id") + "/commands/" + ids.get("command_id"),
                                "",
                                "version"));
            case "updateSticker", "deleteSticker" -> ids.put("sticker_id", sticker());
            default -> {
                // What every guild has is enough.
            }
        }
    }

    private String channel(int type) {
        return id(
                POST,
                "/guilds/" + world.ids().get("guild_id") + "/channels",
                "{\"name\":\"x\",\"type\":" + type + "}",
                "id");
    }

    private String message(String channel, String body) {
        return id(POST, "/channels/" + channel + "/messages", body, "id");
    }

    private String sticker() {
        RestAnswer answer = calls.send(
                POST,
                "/guilds/" + world.ids().get("guild_id") + "/stickers",
                "",
                world.owner().token(),
                Requests.FORM,
                Requests.STICKER);
        return Json.parse(new String(answer.body(), UTF_8)).path("id").asText();
    }

    private String id(HttpMethod method, String path, String body, String field) {
        return calls.done(method, path, world.owner().token(), body).path(field).asText();
    }
}
