package io.guildhall.guild.welcome;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnboardingTest {
    private static final long GUEST = 2_000_001;
    private static final int BELOW_TO_ENABLE = 350000;
    private static final int BELOW_TO_UPDATE = 350001;

    private final TestGuild guild = new TestGuild();
    private final long text = guild.channel("text");

    OnboardingTest() {
        guild.join(GUEST, "guest");
    }

    @Test
    void aGuildThatWroteNoneHasAnEmptyOne() {
        JsonNode read = guild.run(on("getOnboarding", GUEST));
        assertThat(read.get("enabled").asBoolean()).isFalse();
        assertThat(read.get("prompts")).isEmpty();
        assertThat(read.get("guild_id").asText()).isEqualTo(Snowflake.format(guild.id()));
    }

    @Test
    void questionsKeepTheirIdsAndWhatIsNotNamedStays() {
        guild.takeEvents();
        JsonNode made = guild.run(update(prompts("0", "0", "")));
        assertThat(guild.takeNames()).containsExactly("GUILD_AUDIT_LOG_ENTRY_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        String prompt = made.at("/prompts/0/id").asText();
        String option = made.at("/prompts/0/options/0/id").asText();
        assertThat(prompt).isNotEqualTo("0");
        guild.reload();
        JsonNode again = guild.run(update(prompts(prompt, option, ",\"mode\":1")));
        assertThat(again.at("/prompts/0/id").asText()).isEqualTo(prompt);
        assertThat(again.at("/prompts/0/options/0/id").asText()).isEqualTo(option);
        assertThat(again.at("/prompts/0/options/0/emoji/name").asText()).isEqualTo("📖");
        assertThat(guild.takeNames()).containsExactly("GUILD_AUDIT_LOG_ENTRY_CREATE");
        guild.run(update("{\"mode\":1}"));
        assertThat(guild.takeNames()).isEmpty();
        assertThat(guild.run(update("{\"prompts\":[]}")).get("mode").asInt()).isEqualTo(1);
        assertThat(guild.takeNames()).containsExactly("GUILD_AUDIT_LOG_ENTRY_CREATE");
    }

    @Test
    void itIsOnOnlyWithEnoughChannels() {
        assertThat(guild.refusal(update("{\"enabled\":true}"))).isEqualTo(BELOW_TO_ENABLE);
        String seven = IntStream.range(0, 7)
                .mapToObj(number -> "\"%d\"".formatted(guild.channel("channel-" + number)))
                .collect(Collectors.joining(","));
        JsonNode on = guild.run(update("{\"enabled\":true,\"default_channel_ids\":[" + seven + "]}"));
        assertThat(on.get("enabled").asBoolean()).isTrue();
        assertThat(guild.refusal(update("{\"default_channel_ids\":[]}"))).isEqualTo(BELOW_TO_UPDATE);
        guild.run(update("{\"enabled\":false,\"default_channel_ids\":[]}"));
        String prompts = prompts("0", "0", ",\"enabled\":true,\"mode\":1")
                .replace("\"channel_ids\":[", "\"channel_ids\":[" + seven + ",");
        assertThat(guild.run(update(prompts)).get("enabled").asBoolean()).isTrue();
    }

    @Test
    void itGivesNoRoleThatIsNotTheWritersToGive() {
        long low = guild.role("low", 0, 1);
        long writing = guild.role("writer", Permission.MANAGE_GUILD.mask() | Permission.MANAGE_ROLES.mask(), 2);
        long high = guild.role("high", 0, 3);
        guild.run(on("addMemberRole", OWNER).path("user_id", GUEST).path("role_id", writing));
        assertThat(guild.run(withRole(low)).has("prompts")).isTrue();
        assertThat(guild.refusal(withRole(high))).isEqualTo(50013);
        assertThat(guild.refusal(withRole(7))).isEqualTo(10011);
        assertThat(guild.refusal(update("{\"default_channel_ids\":[\"7\"]}"))).isEqualTo(10003);
    }

    private Calls withRole(long role) {
        return on("updateOnboarding", GUEST).body(roles(role));
    }

    private String roles(long role) {
        return prompts("0", "0", "").replace("\"role_ids\":[]", "\"role_ids\":[\"%d\"]".formatted(role));
    }

    private String prompts(String id, String option, String more) {
        return """
                {"prompts":[{"id":"%s","title":"What?","options":[{"id":"%s","title":"This","emoji_name":"📖","role_ids":[],
                 "channel_ids":["%d"]}]}]%s}""".formatted(id, option, text, more);
    }

    private Calls update(String body) {
        return on("updateOnboarding", OWNER).body(body);
    }

    private Calls on(String operation, long caller) {
        return Calls.of(operation, caller).path("guild_id", Snowflake.format(guild.id()));
    }
}
