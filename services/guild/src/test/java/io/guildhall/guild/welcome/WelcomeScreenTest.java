package io.guildhall.guild.welcome;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import org.junit.jupiter.api.Test;

class WelcomeScreenTest {
    private static final long GUEST = 2_000_001;

    private final TestGuild guild = new TestGuild();
    private final String text = Snowflake.format(guild.channel("text"));

    @Test
    void itIsForEverybodyOnlyWhenItIsShown() {
        guild.join(GUEST, "guest");
        assertThat(guild.refusal(on("getWelcomeScreen", GUEST))).isEqualTo(50013);
        assertThat(guild.refusal(on("getWelcomeScreen", OWNER))).isEqualTo(10069);
        String written = """
                {"description":"Hello","welcome_channels":[{"channel_id":"%s","description":"Read","emoji_name":"👋"}]}""".formatted(text);
        assertThat(guild.refusal(on("updateWelcomeScreen", GUEST).body(written)))
                .isEqualTo(50013);
        guild.takeEvents();
        guild.run(on("updateWelcomeScreen", OWNER).body(written));
        assertThat(guild.takeNames()).containsExactly("GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(guild.refusal(on("getWelcomeScreen", GUEST))).isEqualTo(50013);
        guild.run(on("updateWelcomeScreen", OWNER).body("{\"enabled\":true}"));
        assertThat(guild.takeNames()).containsExactly("GUILD_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        guild.reload();
        JsonNode seen = guild.run(on("getWelcomeScreen", GUEST));
        assertThat(seen.get("description").asText()).isEqualTo("Hello");
        assertThat(seen.at("/welcome_channels/0/emoji_name").asText()).isEqualTo("👋");
        assertThat(seen.at("/welcome_channels/0/emoji_id").isNull()).isTrue();
    }

    @Test
    void whatTheGuildDoesNotHaveIsRefusedAndWhatIsGoneIsLeftOut() {
        assertThat(guild.refusal(pointing("7", ""))).isEqualTo(10003);
        assertThat(guild.refusal(pointing(text, ",\"emoji_id\":\"7\""))).isEqualTo(10014);
        assertThat(guild.refusal(pointing(text, ",\"emoji_name\":\"no emoji\"")))
                .isEqualTo(10014);
        assertThat(guild.refusal(on("getWelcomeScreen", OWNER))).isEqualTo(10069);
        guild.run(pointing(text, ""));
        guild.run(Calls.of("deleteChannel", OWNER).path("channel_id", text));
        assertThat(guild.run(on("getWelcomeScreen", OWNER)).get("welcome_channels"))
                .isEmpty();
    }

    @Test
    void whatChangesNothingTellsNobody() {
        guild.run(pointing(text, ""));
        guild.takeEvents();
        guild.run(pointing(text, ""));
        assertThat(guild.takeEvents()).isEmpty();
    }

    private Calls pointing(String channel, String more) {
        return on("updateWelcomeScreen", OWNER).body("""
                {"welcome_channels":[{"channel_id":"%s","description":"Read"%s}]}""".formatted(channel, more));
    }

    private Calls on(String operation, long caller) {
        return Calls.of(operation, caller).path("guild_id", guild.id());
    }
}
