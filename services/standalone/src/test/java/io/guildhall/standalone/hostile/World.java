package io.guildhall.standalone.hostile;

import static io.guildhall.model.operation.HttpMethod.GET;
import static io.guildhall.model.operation.HttpMethod.POST;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A guild with one of everything, for one operation to be tried in.
 *
 * @param ids one that exists, for each parameter of paths
 * @param bot the token of a bot that is a member
 */
record World(Person owner, String bot, Map<String, String> ids) {
    /** Of all paths. Who adds an operation with another one says here and below what stands for it. */
    static final Set<String> PARAMETERS = Set.of(
            "guild_id",
            "channel_id",
            "message_id",
            "role_id",
            "overwrite_id",
            "user_id",
            "other_id",
            "application_id",
            "grant_id",
            "command_id",
            "emoji_id",
            "emoji_name",
            "sticker_id",
            "pack_id",
            "sound_id",
            "rule_id",
            "integration_id",
            "entitlement_id",
            "sku_id",
            "lobby_id",
            "subscription_id",
            "activity_instance",
            "device_id",
            "code",
            "upload_filename",
            "request_id",
            "type",
            "webhook_id",
            "webhook_token",
            "interaction_id",
            "interaction_token",
            "answer_id",
            "guild_scheduled_event_id",
            "exception_id",
            "guild_scheduled_event_exception_id",
            "passkey_id",
            "subject",
            "invitation",
            "report_id",
            "announcement_id");

    private static final int TEXT = 0;

    static World made(Calls calls, Furnishings furnishings, Person owner) {
        String guild = text(calls.done(POST, "/guilds", owner.token(), "{\"name\":\"Hostile\"}"), "id");
        String channel = channel(calls.done(GET, "/guilds/" + guild + "/channels", owner.token(), ""));
        String message = text(
                calls.done(POST, "/channels/" + channel + "/messages", owner.token(), "{\"content\":\"x\"}"), "id");
        String role = text(calls.done(POST, "/guilds/" + guild + "/roles", owner.token(), "{\"name\":\"x\"}"), "id");
        String application = text(calls.done(POST, "/applications", owner.token(), "{\"name\":\"x\"}"), "id");
        String bot =
                "Bot " + text(calls.done(POST, "/applications/" + application + "/bot", owner.token(), "{}"), "token");
        calls.done(
                POST,
                "/oauth2/authorize?client_id=" + application + "&permissions=8",
                owner.token(),
                "{\"guild_id\":\"" + guild + "\",\"authorize\":true}");
        String command = text(
                calls.done(
                        POST,
                        "/applications/" + application + "/commands",
                        bot,
                        "{\"name\":\"x\",\"description\":\"x\"}"),
                "id");
        String invite = text(calls.done(POST, "/channels/" + channel + "/invites", owner.token(), "{}"), "code");
        String emoji = text(
                calls.done(
                        POST,
                        "/guilds/" + guild + "/emojis",
                        owner.token(),
                        "{\"name\":\"xx\",\"image\":\"" + Samples.PICTURE + "\"}"),
                "id");
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("guild_id", guild);
        ids.put("channel_id", channel);
        ids.put("message_id", message);
        ids.put("role_id", role);
        ids.put("overwrite_id", role);
        ids.put("user_id", application);
        ids.put("other_id", application);
        ids.put("application_id", application);
        ids.put("grant_id", application);
        ids.put("command_id", command);
        ids.put("emoji_id", emoji);
        ids.put("integration_id", application);
        ids.put("sticker_id", emoji);
        ids.put("pack_id", emoji);
        ids.put("code", invite);
        ids.put("request_id", message);
        ids.put("upload_filename", slot(calls, channel, owner));
        ids.put("emoji_name", "%F0%9F%94%A5");
        ids.put("type", "1");
        ids.put("device_id", emoji);
        ids.put("passkey_id", emoji);
        ids.put("subject", "message");
        ids.put("invitation", invite);
        ids.put("report_id", message);
        ids.put("announcement_id", message);
        ids.put("lobby_id", text(calls.done(POST, "/lobbies", bot, "{}"), "id"));
        ids.putAll(furnishings.in(ids, owner));
        if (!ids.keySet().equals(PARAMETERS)) {
            throw new AssertionError("not what paths ask for: " + ids.keySet());
        }
        return new World(owner, bot, ids);
    }

    List<String> all() {
        return List.copyOf(ids.values());
    }

    private static String slot(Calls calls, String channel, Person owner) {
        JsonNode made = calls.done(
                POST,
                "/channels/" + channel + "/attachments",
                owner.token(),
                "{\"files\":[{\"filename\":\"x\",\"file_size\":1}]}");
        return text(made.path("attachments").path(0), "upload_filename");
    }

    private static String channel(JsonNode channels) {
        for (JsonNode channel : channels) {
            if (channel.path("type").asInt() == TEXT) {
                return text(channel, "id");
            }
        }
        throw new AssertionError("no text channel");
    }

    private static String text(JsonNode answer, String field) {
        return answer.path(field).asText();
    }
}
