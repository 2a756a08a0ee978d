package io.guildhall.standalone.client;

import java.io.IOException;
import java.util.Map;

/**
 * Makes a bot. Options: {@code owner} (a person's token; without it an account is made), {@code guild} (where the bot is
 * brought in; without it a guild is made), {@code name}. The token is the last line.
 */
final class NewBot {
    private final Platform platform;
    private final Map<String, String> options;

    NewBot(Platform platform, Map<String, String> options) {
        this.platform = platform;
        this.options = options;
    }

    String run() throws IOException, InterruptedException {
        Hands hands = new Hands(platform);
        String owner = options.containsKey("owner") ? options.get("owner") : hands.register("owner");
        Hands.Bot bot = hands.bot(owner, options.getOrDefault("name", "Bot"));
        String guild = options.containsKey("guild") ? options.get("guild") : hands.guild(owner, "Bot guild");
        hands.authorise(owner, guild, bot);
        System.err.printf(
                "API            %s%nOwner's token  %s%nGuild          %s%nBot            %s%nBot's token:%n",
                platform.api(), owner, guild, bot.id());
        return bot.token() + "\n";
    }
}
