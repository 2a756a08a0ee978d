package io.guildhall.guild.authority;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wherever an emoji stands beside something of a guild, it is one. */
class EmojiPlacesTest {
    private static final int UNKNOWN_EMOJI = 10014;

    private final TestGuild guild = new TestGuild();
    private final long channel = guild.channel("talk");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "createChannel | {'name':'f','type':15,'available_tags':[{'name':'t',%s}]}",
                "createChannel | {'name':'f','type':15,'default_reaction_emoji':{%s}}",
                "createChannel | {'name':'f','type':16,'default_reaction_emoji':{%s}}",
                "updateWelcomeScreen | {'enabled':true,'welcome_channels':[{'channel_id':'CHANNEL','description':'d',%s}]}"
            })
    void textThatIsNoneIsRefusedAndSoIsAnotherGuilds(String operation, String body) {
        for (String none :
                new String[] {"'emoji_name':'evil'", "'emoji_name':'🔥🔥'", "'emoji_name':'1'", "'emoji_id':'5'"}) {
            assertThat(guild.refusal(call(operation, body, none))).as(none).isEqualTo(UNKNOWN_EMOJI);
        }
        guild.run(call(operation, body, "'emoji_name':'🔥'"));
        assertThat(guild.run(call(operation, body, "'emoji_name':''")).toString())
                .doesNotContain("\"emoji_name\":\"\"");
    }

    @ParameterizedTest
    @CsvSource({"evil, false", "🔥🔥, false", "<:a:1>, false", "🔥, true", "🏳️‍🌈, true"})
    void rolesAreMarkedWithOne(String emoji, boolean taken) {
        long role = guild.role("Staff", 0, 1);
        for (Calls call : new Calls[] {
            Calls.of("createRole", OWNER), Calls.of("updateRole", OWNER).path("role_id", role)
        }) {
            Calls asked = call.path("guild_id", guild.id()).body("{\"unicode_emoji\":\"" + emoji + "\"}");
            if (taken) {
                assertThat(guild.run(asked).get("unicode_emoji").asText()).isEqualTo(emoji);
            } else {
                assertThat(guild.refusal(asked)).isEqualTo(UNKNOWN_EMOJI);
            }
        }
    }

    private Calls call(String operation, String body, String emoji) {
        return Calls.of(operation, OWNER)
                .path("guild_id", guild.id())
                .body(body.formatted(emoji)
                        .replace("CHANNEL", Long.toString(channel))
                        .replace('\'', '"'));
    }
}
