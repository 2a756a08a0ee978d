package io.guildhall.guild.state;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever changes who sees what, the first event of it says how it was before; no other one does. */
class FormerVisibilityTest {
    private static final long VIEW = Permission.VIEW_CHANNEL.mask();

    private final TestGuild guild = new TestGuild();
    private final long role = guild.role("Role", VIEW, 2);
    private final long channel = guild.channel("room");

    @Test
    void ofARolesPermissions() {
        run(Calls.of("updateRole", OWNER).path("role_id", role).body("{\"permissions\":\"0\"}"));

        AudienceDelta before = before("GUILD_ROLE_UPDATE");
        assertThat(before.getRoles(0).getId()).isEqualTo(role);
        assertThat(before.getRoles(0).getPermissions()).isEqualTo(VIEW);
    }

    @Test
    void ofARoleThatGoesWithWhatChannelsSaidOfIt() {
        overwrite(VIEW);
        run(Calls.of("deleteRole", OWNER).path("role_id", role));

        AudienceDelta before = before("GUILD_ROLE_DELETE");
        assertThat(before.getRoles(0).getId()).isEqualTo(role);
        assertThat(before.getChannels(0).getId()).isEqualTo(channel);
        assertThat(before.getChannels(0).getOverwrites(0).getId()).isEqualTo(role);
    }

    @Test
    void ofAChannelsOverwrites() {
        overwrite(VIEW);
        assertThat(before("CHANNEL_UPDATE").getChannels(0).getOverwritesList()).isEmpty();
    }

    @Test
    void ofAMembersRoles() {
        guild.join(7, "member");
        run(Calls.of("addMemberRole", OWNER).path("user_id", 7).path("role_id", role));

        List<Event> told = guild.takeEvents();
        assertThat(told.getFirst().getFormerMember().getUserId()).isEqualTo(7);
        assertThat(told.getFirst().getFormerMember().getRolesList()).isEmpty();
    }

    private void overwrite(long allow) {
        run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", role)
                .body("{\"type\":0,\"allow\":\"%d\",\"deny\":\"0\"}".formatted(allow)));
    }

    private void run(Calls call) {
        guild.takeEvents();
        guild.run(call);
    }

    private AudienceDelta before(String name) {
        List<Event> told = guild.takeEvents();
        assertThat(told.getFirst().getName()).isEqualTo(name);
        assertThat(told.stream().skip(1)).noneMatch(Event::hasBefore);
        return told.getFirst().getBefore();
    }
}
