package io.guildhall.guild.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemporaryMembersTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long guild = town.guild(alice);

    @BeforeEach
    void come() {
        String code = Town.json(town.rest(
                        Keys.guild(guild),
                        "createInvite",
                        alice,
                        Map.of("channel_id", Town.text(town.channel(guild))),
                        "",
                        "{\"temporary\":true}"))
                .get("code")
                .asText();
        Town.json(town.rest(Keys.guild(guild), "acceptInvite", bob, Map.of("code", code), "", ""));
        attach(1);
        attach(2);
        town.stage().takeSent();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void theLastSessionTakesThemAway() {
        detach(1);
        assertThat(town.events("GUILD_MEMBER_REMOVE")).isEmpty();
        detach(2);
        assertThat(town.events("GUILD_MEMBER_REMOVE")).hasSize(1);
    }

    @Test
    void aRoleLetsThemStay() {
        String role = Town.json(town.rest(
                        Keys.guild(guild), "createRole", alice, Map.of("guild_id", Town.text(guild)), "", "{}"))
                .get("id")
                .asText();
        Town.json(town.rest(
                Keys.guild(guild),
                "addMemberRole",
                alice,
                Map.of("guild_id", Town.text(guild), "user_id", Town.text(bob), "role_id", role),
                "",
                ""));
        detach(1);
        detach(2);
        assertThat(town.events("GUILD_MEMBER_REMOVE")).isEmpty();
    }

    @Test
    void itIsKnownAfterARestart() {
        town.stage().restart();
        attach(3);
        detach(3);
        assertThat(town.events("GUILD_MEMBER_REMOVE")).hasSize(1);
    }

    private void attach(long number) {
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.guild(guild))
                        .setAttach(AttachSessions.newBuilder()
                                .addSessions(
                                        Session.newBuilder().setRef(ref(number)).setUserId(bob)))
                        .build());
    }

    private void detach(long number) {
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.guild(guild))
                        .setDetach(DetachSessions.newBuilder().addSessions(ref(number)))
                        .build());
    }

    private static SessionRef ref(long number) {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(number).build();
    }
}
