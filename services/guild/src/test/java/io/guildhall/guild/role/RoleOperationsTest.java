package io.guildhall.guild.role;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import org.junit.jupiter.api.Test;

class RoleOperationsTest {
    private static final long MANAGER = 2_000_001;
    private static final long MANAGE_ROLES = Permission.MANAGE_ROLES.mask();

    private final TestGuild guild = new TestGuild();

    @Test
    void aNewRoleMayDoWhatEveryoneMayDo() {
        JsonNode role = guild.run(
                Calls.of("createRole", OWNER).path("guild_id", guild.id()).body("{}"));
        assertThat(role.get("name").asText()).isEqualTo("new role");
        assertThat(role.get("permissions").asText())
                .isEqualTo(Permission.format(guild.state().everyone().permissions()));
        assertThat(guild.takeNames()).containsExactly("GUILD_ROLE_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
    }

    @Test
    void nobodyGivesARoleWhatTheyMayNotDoThemselves() {
        guild.join(MANAGER, "manager", guild.role("Manager", MANAGE_ROLES, 5));
        assertThat(guild.refusal(create(MANAGER, Permission.BAN_MEMBERS.mask())))
                .isEqualTo(50013);
        assertThat(guild.run(create(MANAGER, MANAGE_ROLES)).get("permissions").asText())
                .isEqualTo(Long.toString(MANAGE_ROLES));
    }

    @Test
    void onlyLowerRolesAreChanged() {
        long above = guild.role("Above", 0, 6);
        long same = guild.role("Manager", MANAGE_ROLES, 5);
        long below = guild.role("Below", 0, 4);
        guild.join(MANAGER, "manager", same);
        assertThat(guild.refusal(rename(above))).isEqualTo(50013);
        assertThat(guild.refusal(rename(same))).isEqualTo(50013);
        assertThat(guild.run(rename(below)).get("name").asText()).isEqualTo("renamed");
    }

    @Test
    void ofTwoRolesAtOnePositionTheOlderStandsHigher() {
        long older = guild.role("Older", MANAGE_ROLES, 5);
        long younger = guild.role("Younger", 0, 5);
        guild.join(MANAGER, "manager", older);
        assertThat(guild.run(rename(younger)).get("name").asText()).isEqualTo("renamed");
    }

    @Test
    void nobodyMovesARoleAboveTheirOwn() {
        guild.join(MANAGER, "manager", guild.role("Manager", MANAGE_ROLES, 5));
        long below = guild.role("Below", 0, 4);
        assertThat(guild.refusal(position(MANAGER, below, 9))).isEqualTo(50013);
        guild.run(position(MANAGER, below, 2));
        assertThat(guild.state().role(below).position()).isEqualTo(2);
    }

    @Test
    void everyoneStaysAtTheBottomAndCannotBeDeleted() {
        assertThat(guild.refusal(position(OWNER, guild.id(), 3))).isEqualTo(50028);
        assertThat(guild.refusal(delete(guild.id()))).isEqualTo(50028);
    }

    @Test
    void aDeletedRoleIsTakenFromMembersAndChannels() {
        long role = guild.role("Gone", 0, 2);
        guild.join(MANAGER, "bearer", role);
        long channel = guild.channel("room");
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", role)
                .body("{\"type\":0,\"allow\":\"2048\"}"));
        guild.takeEvents();
        guild.run(delete(role));
        assertThat(guild.takeNames())
                .containsExactly("GUILD_ROLE_DELETE", "CHANNEL_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        guild.reload();
        assertThat(guild.state().member(MANAGER).roles()).isEmpty();
        assertThat(guild.state().channel(channel).overwriteList()).isEmpty();
        assertThat(guild.state().findRole(role)).isEmpty();
    }

    @Test
    void aRoleThatShowsChannelsTellsOfThoseWhoseOwnOverwritesDoNotDecide() {
        guild.run(permissions(guild.id(), 0));
        long role = guild.role("Seers", 0, 2);
        long open = guild.channel("open");
        long closed = guild.channel("closed");
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", closed)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"1024\"}"));
        guild.takeEvents();
        guild.run(permissions(role, Permission.VIEW_CHANNEL.mask()));
        assertThat(guild.takeEvents().stream()
                        .filter(event -> event.getName().equals("CHANNEL_UPDATE"))
                        .map(Event::getChannelId))
                .contains(open)
                .doesNotContain(closed);
    }

    @Test
    void colorsAreSetTogether() {
        long role = guild.role("Bright", 0, 2);
        JsonNode changed = guild.run(Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", role)
                .body("{\"colors\":{\"primary_color\":255,\"secondary_color\":16}}"));
        assertThat(changed.get("color").asInt()).isEqualTo(255);
        assertThat(changed.get("colors").get("secondary_color").asInt()).isEqualTo(16);
    }

    @Test
    void membersAreCountedByRole() {
        long role = guild.role("Counted", 0, 2);
        guild.join(MANAGER, "bearer", role);
        JsonNode counts = guild.run(Calls.of("countRoleMembers", OWNER).path("guild_id", guild.id()));
        assertThat(counts.get(Long.toString(role)).asInt()).isEqualTo(1);
    }

    private Calls create(long caller, long permissions) {
        return Calls.of("createRole", caller)
                .path("guild_id", guild.id())
                .body("{\"permissions\":\"" + permissions + "\"}");
    }

    private Calls rename(long role) {
        return Calls.of("updateRole", MANAGER)
                .path("guild_id", guild.id())
                .path("role_id", role)
                .body("{\"name\":\"renamed\"}");
    }

    private Calls position(long caller, long role, int position) {
        return Calls.of("updateRolePositions", caller)
                .path("guild_id", guild.id())
                .body("[{\"id\":\"%d\",\"position\":%d}]".formatted(role, position));
    }

    private Calls permissions(long role, long permissions) {
        return Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", role)
                .body("{\"permissions\":\"" + permissions + "\"}");
    }

    private Calls delete(long role) {
        return Calls.of("deleteRole", OWNER).path("guild_id", guild.id()).path("role_id", role);
    }
}
