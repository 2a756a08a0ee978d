package io.guildhall.guild.widget;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import org.junit.jupiter.api.Test;

class WidgetSettingsTest {
    private static final long GUEST = 2_000_001;

    private final TestGuild guild = new TestGuild();
    private final String text = Snowflake.format(guild.channel("text"));

    @Test
    void managersShowAndHideTheGuild() {
        guild.join(GUEST, "guest");
        assertThat(guild.refusal(on("getWidgetSettings", GUEST))).isEqualTo(50013);
        assertThat(guild.refusal(on("updateWidgetSettings", GUEST).body("{\"enabled\":true}")))
                .isEqualTo(50013);
        assertThat(guild.refusal(on("updateWidgetSettings", OWNER).body("{\"channel_id\":\"7\"}")))
                .isEqualTo(10003);
        guild.takeEvents();
        guild.run(on("updateWidgetSettings", OWNER).body("{\"enabled\":true,\"channel_id\":\"" + text + "\"}"));
        assertThat(guild.takeNames()).containsExactly("GUILD_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        guild.reload();
        JsonNode settings = guild.run(on("getWidgetSettings", OWNER));
        assertThat(settings.get("enabled").asBoolean()).isTrue();
        assertThat(settings.get("channel_id").asText()).isEqualTo(text);
        guild.takeEvents();
        guild.run(on("updateWidgetSettings", OWNER).body("{\"enabled\":true}"));
        assertThat(guild.takeEvents()).isEmpty();
    }

    @Test
    void aChannelThatGoesIsInvitedToNoMore() {
        guild.run(on("updateWidgetSettings", OWNER).body("{\"channel_id\":\"" + text + "\"}"));
        guild.run(Calls.of("deleteChannel", OWNER).path("channel_id", text));
        assertThat(guild.run(on("getWidgetSettings", OWNER)).get("channel_id").isNull())
                .isTrue();
    }

    private Calls on(String operation, long caller) {
        return Calls.of(operation, caller).path("guild_id", guild.id());
    }
}
