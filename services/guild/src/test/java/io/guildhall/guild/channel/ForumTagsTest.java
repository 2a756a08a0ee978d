package io.guildhall.guild.channel;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import org.junit.jupiter.api.Test;

class ForumTagsTest {
    private final TestGuild guild = new TestGuild();
    private final JsonNode made = guild.run(creating("{\"name\":\"Bug\"},{\"name\":\"Idea\",\"emoji_name\":\"💡\"}"));
    private final String bug = made.at("/available_tags/0/id").asText();

    @Test
    void aTagKeepsItsIdWhileItIsListedAndNewOnesGetTheirs() {
        JsonNode tags = guild.run(updating("{\"id\":\"" + bug + "\",\"name\":\"Fault\"},{\"name\":\"Bug\"}"))
                .get("available_tags");
        assertThat(tags).hasSize(2);
        assertThat(tags.get(0).get("id").asText()).isEqualTo(bug);
        assertThat(tags.get(1).get("id").asText()).isNotEqualTo(bug);
        assertThat(guild.run(updating("")).get("available_tags")).isEmpty();
    }

    @Test
    void twoTagsHaveNeitherOneNameNorOneId() {
        assertThat(guild.refusal(creating("{\"name\":\"Bug\"},{\"name\":\"Bug\"}")))
                .isEqualTo(40061);
        assertThat(guild.refusal(updating("{\"name\":\"Bug\"},{\"name\":\"Bug\"}")))
                .isEqualTo(40061);
        String twice = "{\"id\":\"%s\",\"name\":\"%s\"}";
        assertThat(guild.refusal(updating(twice.formatted(bug, "A") + "," + twice.formatted(bug, "B"))))
                .isEqualTo(10087);
    }

    @Test
    void nobodyChoosesTheIdOfATag() {
        assertThat(guild.refusal(updating("{\"id\":\"5\",\"name\":\"Mine\"}"))).isEqualTo(10087);
        assertThat(guild.refusal(creating("{\"id\":\"5\",\"name\":\"Mine\"}"))).isEqualTo(10087);
    }

    @Test
    void theEmojiOfATagIsOneOfTheGuilds() {
        assertThat(guild.refusal(updating("{\"name\":\"A\",\"emoji_id\":\"5\"}")))
                .isEqualTo(10014);
    }

    @Test
    void theAuditLogHasTheTagsOfBeforeAndAfterwards() {
        guild.takeEvents();
        guild.run(updating("{\"id\":\"" + bug + "\",\"name\":\"Bug\"}"));
        Event entry = guild.takeEvents().getLast();
        assertThat(entry.getName()).isEqualTo("GUILD_AUDIT_LOG_ENTRY_CREATE");
        JsonNode change = Json.parse(entry.getPayload()).at("/changes/0");
        assertThat(change.get("key").asText()).isEqualTo("available_tags");
        assertThat(change.get("old_value")).hasSize(2);
        assertThat(change.get("new_value")).hasSize(1);
    }

    @Test
    void aForumSaysHowTagsAreLookedFor() {
        JsonNode changed = guild.run(Calls.of("updateChannel", OWNER)
                .path("channel_id", made.get("id").asText())
                .body("{\"default_tag_setting\":\"match_all\"}"));
        assertThat(changed.get("default_tag_setting").asText()).isEqualTo("match_all");
        guild.reload();
        assertThat(guild.run(Calls.of("getChannel", OWNER)
                                .path("channel_id", made.get("id").asText()))
                        .get("default_tag_setting")
                        .asText())
                .isEqualTo("match_all");
    }

    private Calls creating(String tags) {
        return Calls.of("createChannel", OWNER)
                .path("guild_id", guild.id())
                .body("{\"name\":\"ideas\",\"type\":15,\"available_tags\":[" + tags + "]}");
    }

    private Calls updating(String tags) {
        return Calls.of("updateChannel", OWNER)
                .path("channel_id", made.get("id").asText())
                .body("{\"available_tags\":[" + tags + "]}");
    }
}
