package io.guildhall.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/**
 * Sends one message through the whole instance: somebody registers and makes a guild, a bot listens at the gateway, the
 * person sends, the bot receives it, and it is read back. Options: {@code gateway} (where to listen; without it where the
 * API says). Ends with one line, or by an exception when any step fails or takes longer than half a minute.
 */
final class Message {
    private static final int TEXT = 0;

    private final Platform platform;
    private final Map<String, String> options;

    Message(Platform platform, Map<String, String> options) {
        this.platform = platform;
        this.options = options;
    }

    String run() throws IOException, InterruptedException {
        Hands hands = new Hands(platform);
        String person = hands.register("message");
        String guild = hands.guild(person, "Message guild");
        Hands.Bot bot = hands.bot(person, "Listener");
        hands.authorise(person, guild, bot);
        String channel = hands.channel(person, guild, TEXT, "general");
        String gateway = options.getOrDefault(
                "gateway", platform.get(null, "/gateway").path("url").asText());
        String content = "Hello from " + bot.id();
        try (Listener listener = Listener.connect(gateway, bot.token())) {
            listener.await("GUILD_CREATE", event -> event.path("id").asText().equals(guild));
            String messages = "/channels/" + channel + "/messages";
            String id = platform.post(person, messages, Map.of("content", content))
                    .path("id")
                    .asText();
            JsonNode received = listener.await(
                    "MESSAGE_CREATE", event -> event.path("id").asText().equals(id));
            check(content, received, "was received");
            check(content, platform.get(person, messages + "/" + id), "was read back");
        }
        return "The message arrived at " + gateway + " and is stored.\n";
    }

    private static void check(String content, JsonNode message, String how) {
        String found = message.path("content").asText();
        if (!found.equals(content)) {
            throw new RefusedException("\"%s\" %s as \"%s\"".formatted(content, how, found));
        }
    }
}
