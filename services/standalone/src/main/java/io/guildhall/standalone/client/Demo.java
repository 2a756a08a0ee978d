package io.guildhall.standalone.client;

import java.io.IOException;

/** A guild with a person and two administrator bots, printed as shell exports to be used with eval. */
final class Demo {
    private static final int TEXT = 0;
    private static final int VOICE = 2;

    private final Platform platform;

    Demo(Platform platform) {
        this.platform = platform;
    }

    String run() throws IOException, InterruptedException {
        Hands hands = new Hands(platform);
        String person = hands.register("demo");
        String guild = hands.guild(person, "Demo guild");
        Hands.Bot first = hands.bot(person, "First demo bot");
        Hands.Bot second = hands.bot(person, "Second demo bot");
        hands.authorise(person, guild, first);
        hands.authorise(person, guild, second);
        String gateway = platform.get(null, "/gateway").path("url").asText();
        return """
                export API_BASE=%s
                export GATEWAY_URL=%s
                export BOT_TOKEN=%s
                export BOT_TOKEN_2=%s
                export USER_TOKEN=%s
                export GUILD_ID=%s
                export CHANNEL_ID=%s
                export VOICE_CHANNEL_ID=%s
                """.formatted(
                        platform.api(),
                        gateway,
                        first.token(),
                        second.token(),
                        person,
                        guild,
                        hands.channel(person, guild, TEXT, "general"),
                        hands.channel(person, guild, VOICE, "hall"));
    }
}
