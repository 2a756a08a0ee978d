package io.guildhall.guild.invite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WidgetInvitesTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long guild = town.guild(alice);

    @BeforeEach
    void show() {
        Town.json(town.rest(
                Keys.guild(guild),
                "updateWidgetSettings",
                alice,
                Map.of("guild_id", Town.text(guild)),
                "",
                "{\"enabled\":true,\"channel_id\":\"" + Town.text(town.channel(guild)) + "\"}"));
        town.stage().takeSent();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void nobodysInviteIsMadeOnceADayAndToldToThoseWhoManageTheChannel() {
        String code = widget();
        List<JsonNode> told = town.events("INVITE_CREATE");
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.get("code").asText()).isEqualTo(code);
            assertThat(event.has("inviter")).isFalse();
        });
        assertThat(widget()).isEqualTo(code);
        town.clock().advance(Duration.ofDays(1));
        assertThat(widget()).isNotEqualTo(code);
    }

    @Test
    void itLetsPeopleIn() {
        assertThat(Town.json(town.rest(Keys.guild(guild), "acceptInvite", bob, Map.of("code", widget()), "", ""))
                        .path("new_member")
                        .asBoolean())
                .isTrue();
    }

    private String widget() {
        return Town.json(town.rest(Keys.guild(guild), "getWidget", 0, Map.of("guild_id", Town.text(guild)), "", ""))
                .path("instant_invite")
                .asText();
    }
}
