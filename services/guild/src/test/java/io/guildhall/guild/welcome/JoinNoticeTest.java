package io.guildhall.guild.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the system channel says of those who come. */
class JoinNoticeTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long guild = town.guild(alice);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aPersonWhoComesByAnInviteIsTold() {
        town.join(guild, alice, bob);

        JsonNode notice = only(town.events("MESSAGE_CREATE"));
        assertThat(notice.get("type").asInt()).isEqualTo(7);
        assertThat(notice.get("channel_id").asText()).isEqualTo(Town.text(town.channel(guild)));
        assertThat(notice.get("guild_id").asText()).isEqualTo(Town.text(guild));
        assertThat(notice.at("/author/id").asText()).isEqualTo(Town.text(bob));
        assertThat(notice.get("content").asText()).isEmpty();
        assertThat(notice.at("/member/roles").isArray()).isTrue();
    }

    @Test
    void aBotThatIsAddedIsToldOnce() {
        long bot = town.bot("helper", alice);
        town.addBot(guild, alice, bot, 0);
        assertThat(only(town.events("MESSAGE_CREATE")).at("/author/id").asText())
                .isEqualTo(Town.text(bot));

        town.addBot(guild, alice, bot, 0);
        assertThat(town.events("MESSAGE_CREATE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"system_channel_flags\":1}", "{\"system_channel_id\":null}"})
    void aGuildMayWantToHearNothing(String settings) {
        Town.json(
                town.rest(Keys.guild(guild), "updateGuild", alice, Map.of("guild_id", Town.text(guild)), "", settings));

        town.join(guild, alice, bob);

        assertThat(town.events("MESSAGE_CREATE")).isEmpty();
    }

    @Test
    void otherFlagsKeepNoneAway() {
        Town.json(town.rest(
                Keys.guild(guild),
                "updateGuild",
                alice,
                Map.of("guild_id", Town.text(guild)),
                "",
                "{\"system_channel_flags\":62}"));
        town.join(guild, alice, bob);
        assertThat(town.events("MESSAGE_CREATE")).hasSize(1);
    }

    private static JsonNode only(List<JsonNode> events) {
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
