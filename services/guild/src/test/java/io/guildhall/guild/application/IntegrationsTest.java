package io.guildhall.guild.application;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntegrationsTest {
    private static final long GUEST = 2_000_001;
    private static final long BOT = 2_000_002;

    private final TestGuild guild = new TestGuild();

    IntegrationsTest() {
        guild.join(GUEST, "guest");
        guild.joinBot(BOT, "helper");
        guild.storage()
                .write(List.of(Write.to(Applications.TABLE, BOT)
                        .set(Applications.NAME, "Helper")
                        .build()));
    }

    @Test
    void botsAreListedByTheirApplications() {
        JsonNode list = guild.run(on("listIntegrations", OWNER));
        assertThat(list).hasSize(1);
        assertThat(list.at("/0/id").asText()).isEqualTo(Snowflake.format(BOT));
        assertThat(list.at("/0/application/name").asText()).isEqualTo("Helper");
        assertThat(list.at("/0/application/bot/username").asText()).isEqualTo("helper");
        assertThat(guild.refusal(on("listIntegrations", GUEST))).isEqualTo(50013);
    }

    @Test
    void whatIsDeletedTakesItsBotAndItsWebhooks() {
        long channel = guild.channel("text");
        guild.run(Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", guild.id())
                .body("{\"permissions\":\"536871936\"}"));
        Calls made =
                Calls.of("createWebhook", BOT).bot().path("channel_id", channel).body("{\"name\":\"bell\"}");
        guild.run(made);
        Calls kept =
                Calls.of("createWebhook", OWNER).path("channel_id", channel).body("{\"name\":\"kept\"}");
        guild.run(kept);
        guild.takeEvents();

        guild.run(on("deleteIntegration", OWNER).path("integration_id", BOT));

        assertThat(guild.takeNames())
                .contains(
                        "WEBHOOKS_UPDATE",
                        "GUILD_MEMBER_REMOVE",
                        "INTEGRATION_DELETE",
                        "GUILD_INTEGRATIONS_UPDATE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(guild.run(on("listIntegrations", OWNER))).isEmpty();
        assertThat(guild.run(on("listGuildWebhooks", OWNER)).findValuesAsText("name"))
                .containsExactly("kept");
    }

    /** As little as by kicking it. */
    @Test
    void whoStandsBelowABotDoesNotRemoveIt() {
        guild.join(GUEST + 5, "manager", guild.role("managers", Permission.MANAGE_GUILD.mask(), 1));
        guild.run(Calls.of("addMemberRole", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", BOT)
                .path("role_id", guild.role("above", 0, 2)));

        assertThat(guild.refusal(on("deleteIntegration", GUEST + 5).path("integration_id", BOT)))
                .isEqualTo(50013);
        assertThat(guild.state().findMember(BOT)).isPresent();
    }

    @Test
    void peopleAreNone() {
        assertThat(guild.refusal(on("deleteIntegration", OWNER).path("integration_id", GUEST)))
                .isEqualTo(10005);
        assertThat(guild.refusal(on("deleteIntegration", GUEST).path("integration_id", BOT)))
                .isEqualTo(50013);
    }

    private Calls on(String operation, long caller) {
        return Calls.of(operation, caller).path("guild_id", guild.id());
    }
}
