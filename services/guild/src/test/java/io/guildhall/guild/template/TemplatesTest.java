package io.guildhall.guild.template;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.catalogue.GuildTemplateCodes;
import io.guildhall.model.table.catalogue.GuildTemplates;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final long GUEST = 2_000_001;
    private static final long MANAGER = 2_000_077;

    private final TestGuild guild = new TestGuild();

    TemplatesTest() {
        guild.join(GUEST, "guest");
    }

    @Test
    void aTemplateHasNumbersInThePlaceOfIds() {
        long role = guild.role("role", 8, 1);
        long channel = guild.channel("closed");
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", role)
                .body("{\"type\":0,\"allow\":\"1024\"}"));
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", GUEST)
                .body("{\"type\":1,\"allow\":\"1024\"}"));

        JsonNode copy = guild.run(create()).get("serialized_source_guild");

        assertThat(copy.get("roles").findValuesAsText("name")).containsExactly("@everyone", "role");
        assertThat(copy.at("/roles/1/id").asInt()).isEqualTo(1);
        JsonNode closed = null;
        for (JsonNode one : copy.get("channels")) {
            closed = one.get("name").asText().equals("closed") ? one : closed;
        }
        assertThat(closed.get("permission_overwrites")).hasSize(1);
        assertThat(closed.at("/permission_overwrites/0/id").asText()).isEqualTo("1");
        assertThat(copy.toString()).doesNotContain(Snowflake.format(guild.id()), Snowflake.format(channel));
    }

    @Test
    void aTemplateShowsNoChannelThatWhoTakesItDoesNotSee() {
        long channel = guild.channel("closed");
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"1024\"}"));
        guild.join(MANAGER, "manager", guild.role("manager", Permission.MANAGE_GUILD.mask(), 1));
        Calls create = Calls.of("createTemplate", MANAGER).path("guild_id", guild.id());

        JsonNode made = guild.run(create.body("{\"name\":\"Copy\"}"));

        assertThat(made.at("/serialized_source_guild/channels").findValuesAsText("name"))
                .isNotEmpty()
                .doesNotContain("closed");
        assertThat(made.get("is_dirty").asBoolean()).isFalse();
    }

    @Test
    void aGuildHasOneAndItIsDirtyUntilItIsTakenAgain() {
        JsonNode made = guild.run(create());
        assertThat(made.get("is_dirty").asBoolean()).isFalse();
        assertThat(made.at("/creator/id").asText()).isEqualTo(Snowflake.format(OWNER));
        assertThat(guild.refusal(create())).isEqualTo(30031);
        String code = made.get("code").asText();
        guild.channel("another");
        guild.reload();
        assertThat(guild.run(on("listTemplates")).at("/0/is_dirty").asBoolean()).isTrue();
        JsonNode changed = guild.run(named("updateTemplate", code).body("{\"name\":\"New\",\"description\":\"Text\"}"));
        assertThat(changed.get("name").asText()).isEqualTo("New");
        assertThat(changed.get("is_dirty").asBoolean()).isTrue();
        assertThat(guild.run(named("syncTemplate", code)).get("is_dirty").asBoolean())
                .isFalse();
        assertThat(guild.run(named("deleteTemplate", code)).get("description").asText())
                .isEqualTo("Text");
        assertThat(guild.run(on("listTemplates"))).isEmpty();
        assertThat(guild.refusal(named("syncTemplate", code))).isEqualTo(10057);
    }

    @Test
    void itGoesWithItsGuildAndIsForThoseWhoManageIt() {
        assertThat(guild.refusal(Calls.of("listTemplates", GUEST).path("guild_id", guild.id())))
                .isEqualTo(50013);
        String code = guild.run(create()).get("code").asText();
        guild.run(on("deleteGuild"));
        assertThat(guild.storage().row(GuildTemplates.TABLE, code)).isEmpty();
        assertThat(guild.storage().row(GuildTemplateCodes.TABLE, guild.id())).isEmpty();
    }

    private Calls create() {
        return on("createTemplate").body("{\"name\":\"Ours\"}");
    }

    private Calls named(String operation, String code) {
        return on(operation).path("code", code);
    }

    private Calls on(String operation) {
        return Calls.of(operation, OWNER).path("guild_id", guild.id());
    }
}
