package io.guildhall.guild.screening;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.thread.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PendingMembersTest {
    private static final long GUEST = 2_000_001;

    private final TestGuild guild = new TestGuild();
    private final long talk = guild.channel("talk");

    @BeforeEach
    void close() {
        guild.run(Calls.of("updateMemberVerification", OWNER)
                .path("guild_id", guild.id())
                .body("{\"enabled\":true,\"form_fields\":[]}"));
        guild.account(GUEST, "guest");
        guild.run(add("{\"access_token\":\"x\"}"));
    }

    @Test
    void whoHasNotAnsweredOnlyLooks() {
        assertThat(guild.state().member(GUEST).pending()).isTrue();
        assertThat(guild.refusal(write())).isEqualTo(50013);
        guild.run(Calls.of("getChannel", GUEST).path("channel_id", talk));
        guild.reload();
        assertThat(guild.refusal(write())).isEqualTo(50013);
    }

    /** Joining a reaction, voting and pressing a button need no permission beyond seeing. */
    @Test
    void whoHasNotAnsweredNeitherReactsNorVotes() {
        assertThat(Places.find(guild.state(), talk).orElseThrow().isSilenced(GUEST))
                .isTrue();
        assertThat(guild.refusal(Calls.of("createInteraction", GUEST)
                        .path("channel_id", talk)
                        .body(
                                "{\"type\":3,\"application_id\":\"%d\",\"channel_id\":\"%d\",\"session_id\":\"s\",\"message_id\":\"5\",\"data\":{\"component_type\":2,\"custom_id\":\"x\"}}"
                                        .formatted(
                                                guild.joinBot(GUEST + 1, "bot").id(), talk))))
                .isEqualTo(50013);
    }

    @Test
    void whoHasNotAnsweredIsNotGivenTheGuild() {
        assertThat(guild.refusal(Calls.of("updateGuild", OWNER)
                        .path("guild_id", guild.id())
                        .body("{\"owner_id\":\"" + GUEST + "\"}")))
                .isEqualTo(50131);
        assertThat(guild.state().ownerId()).isEqualTo(OWNER);
    }

    @Test
    void whoAnswersTakesPart() {
        guild.run(Calls.of("submitJoinRequest", GUEST)
                .path("guild_id", guild.id())
                .body("{\"form_fields\":[]}"));
        guild.run(write());
    }

    @Test
    void aRoleLetsSomebodyPass() {
        guild.run(Calls.of("addMemberRole", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", GUEST)
                .path("role_id", guild.role("trusted", 0, 1)));
        assertThat(guild.state().member(GUEST).pending()).isFalse();
        guild.run(write());
    }

    @Test
    void theFlagForItLetsSomebodyPass() {
        guild.run(Calls.of("updateMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", GUEST)
                .body("{\"flags\":4}"));
        guild.run(write());
    }

    @Test
    void botsAreNotAsked() {
        guild.joinBot(GUEST + 1, "bot");
        assertThat(guild.state().member(GUEST + 1).pending()).isFalse();
    }

    private Calls add(String body) {
        return Calls.of("addMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", GUEST)
                .body(body);
    }

    private Calls write() {
        return Calls.of("createMessage", GUEST).path("channel_id", talk).body("{\"content\":\"x\"}");
    }
}
