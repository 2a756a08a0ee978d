package io.guildhall.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** What the commands do on a person's behalf. */
final class Hands {
    /** GATEWAY_PRESENCE_LIMITED, GATEWAY_GUILD_MEMBERS_LIMITED and GATEWAY_MESSAGE_CONTENT_LIMITED. */
    private static final int PRIVILEGED_INTENTS = 1 << 13 | 1 << 15 | 1 << 19;

    private static final String ADMINISTRATOR = "8";

    private final Platform platform;

    Hands(Platform platform) {
        this.platform = platform;
    }

    /** Registers an account with a random name and password, and returns its token. */
    String register(String prefix) throws IOException, InterruptedException {
        String name = prefix + "_" + random(5);
        return platform.post(
                        null,
                        "/auth/register",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@example.org",
                                "password",
                                random(16),
                                "date_of_birth",
                                "1990-01-01",
                                "consent",
                                true))
                .path("token")
                .asText();
    }

    /** Makes an application with a bot that may use every intent. */
    Bot bot(String owner, String name) throws IOException, InterruptedException {
        String id = platform.post(owner, "/applications", Map.of("name", name))
                .path("id")
                .asText();
        String token = platform.post(owner, "/applications/" + id + "/bot", Map.of())
                .path("token")
                .asText();
        platform.patch("Bot " + token, "/applications/@me", Map.of("flags", PRIVILEGED_INTENTS));
        return new Bot(id, token);
    }

    String guild(String owner, String name) throws IOException, InterruptedException {
        return platform.post(owner, "/guilds", Map.of("name", name)).path("id").asText();
    }

    /** Brings the bot into the guild as an administrator. */
    void authorise(String owner, String guild, Bot bot) throws IOException, InterruptedException {
        platform.post(
                owner,
                "/oauth2/authorize?client_id=" + bot.id() + "&scope=bot&permissions=" + ADMINISTRATOR,
                Map.of("guild_id", guild, "authorize", true));
    }

    /** The guild's first channel of the type, made when there is none. */
    String channel(String owner, String guild, int type, String name) throws IOException, InterruptedException {
        for (JsonNode channel : platform.get(owner, "/guilds/" + guild + "/channels")) {
            if (channel.path("type").asInt() == type) {
                return channel.path("id").asText();
            }
        }
        return platform.post(owner, "/guilds/" + guild + "/channels", Map.of("name", name, "type", type))
                .path("id")
                .asText();
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    record Bot(String id, String token) {}
}
