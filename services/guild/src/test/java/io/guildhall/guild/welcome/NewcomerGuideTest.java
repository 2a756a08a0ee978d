package io.guildhall.guild.welcome;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import org.junit.jupiter.api.Test;

class NewcomerGuideTest {
    private static final long GUEST = 2_000_001;

    private final TestGuild guild = new TestGuild();
    private final long text = guild.channel("text");

    NewcomerGuideTest() {
        guild.join(GUEST, "guest");
    }

    @Test
    void aGuildThatWroteNoneHasNothingToSay() {
        assertThat(guild.run(on("getNewMemberWelcome", GUEST))).isEmpty();
    }

    @Test
    void itIsReadAsItWasWrittenWithoutWhatIsGone() {
        guild.takeEvents();
        guild.run(update(("""
                {"enabled":true,"welcome_message":{"author_ids":["%d"],"message":"Hello"},
                 "new_member_actions":[{"channel_id":"%d","action_type":1,"title":"Say hello","emoji":{"name":"👋"}}],
                 "resource_channels":[{"channel_id":"%d","title":"Rules","description":"Read them"}]}
                """).formatted(OWNER, text, text)));
        assertThat(guild.takeNames()).containsExactly("GUILD_AUDIT_LOG_ENTRY_CREATE");
        guild.reload();

        JsonNode guide = guild.run(on("getNewMemberWelcome", GUEST));

        assertThat(guide.at("/welcome_message/author_ids/0").asText()).isEqualTo(Snowflake.format(OWNER));
        assertThat(guide.at("/new_member_actions/0/action_type").asInt()).isEqualTo(1);
        assertThat(guide.at("/new_member_actions/0/emoji/name").asText()).isEqualTo("👋");
        assertThat(guide.at("/resource_channels/0/description").asText()).isEqualTo("Read them");
        assertThat(guide.at("/resource_channels/0").has("action_type")).isFalse();
        guild.run(Calls.of("deleteChannel", OWNER).path("channel_id", text));
        assertThat(guild.run(on("getNewMemberWelcome", GUEST)).get("resource_channels"))
                .isEmpty();
    }

    @Test
    void whatIsNotNamedStaysAndNullTakesAway() {
        guild.run(update("{\"enabled\":true,\"welcome_message\":{\"message\":\"Hello\"}}"));
        assertThat(guild.run(update("{\"enabled\":false}"))
                        .at("/welcome_message/message")
                        .asText())
                .isEqualTo("Hello");
        guild.takeEvents();
        guild.run(update("{\"enabled\":false}"));
        assertThat(guild.takeEvents()).isEmpty();
        assertThat(guild.run(update("{\"welcome_message\":null}")).has("welcome_message"))
                .isFalse();
    }

    @Test
    void whatTheGuildDoesNotHaveIsRefused() {
        assertThat(guild.refusal(update("{\"welcome_message\":{\"message\":\"x\",\"author_ids\":[\"5\"]}}")))
                .isEqualTo(10007);
        assertThat(guild.refusal(update("{\"resource_channels\":[{\"channel_id\":\"5\",\"title\":\"x\"}]}")))
                .isEqualTo(10003);
        assertThat(guild.refusal(Calls.of("updateNewMemberWelcome", GUEST)
                        .path("guild_id", guild.id())
                        .body("{}")))
                .isEqualTo(50013);
    }

    private Calls update(String body) {
        return on("updateNewMemberWelcome", OWNER).body(body);
    }

    private Calls on(String operation, long caller) {
        return Calls.of(operation, caller).path("guild_id", guild.id());
    }
}
