package io.guildhall.guild.invite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage.Sent;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvitesTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long carol = town.person("carol");
    private final long guild = town.guild(alice);
    private final long channel = town.channel(guild);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void anInviteTellsWhatWasAskedFor() {
        JsonNode invite = Town.json(create("{\"max_age\":3600,\"max_uses\":5,\"temporary\":true}"));

        assertThat(invite.path("code").asText()).hasSize(8);
        assertThat(invite.path("max_age").asInt()).isEqualTo(3600);
        assertThat(invite.path("max_uses").asInt()).isEqualTo(5);
        assertThat(invite.path("uses").asInt()).isZero();
        assertThat(invite.path("temporary").asBoolean()).isTrue();
        assertThat(invite.path("expires_at").asText()).isEqualTo("2026-01-02T04:04:05.000000+00:00");
        assertThat(invite.path("channel").path("id").asText()).isEqualTo(Town.text(channel));
        assertThat(invite.path("guild").path("id").asText()).isEqualTo(Town.text(guild));
        assertThat(invite.path("inviter").path("id").asText()).isEqualTo(Town.text(alice));
    }

    @Test
    void thoseWhoManageTheChannelHearOfIt() {
        create("{}");

        Sent created = town.stage().takeSent().getFirst();
        assertThat(created.event().getName()).isEqualTo("INVITE_CREATE");
        assertThat(created.event().getChannelId()).isEqualTo(channel);
        assertThat(created.event().getPermissions()).isEqualTo(Permission.MANAGE_CHANNELS.mask());
        assertThat(created.event().getIntents()).isEqualTo(Intent.GUILD_INVITES.bit());
        assertThat(created.event().getPayload().toStringUtf8())
                .contains("\"guild_id\"", "\"inviter\"", "\"max_age\"", "\"uses\":0", "\"created_at\"");
    }

    @Test
    void anInviteThatDoesAsWellIsGivenAgainUnlessAUniqueOneIsWanted() {
        String first = code(create("{}"));

        assertThat(code(create("{}"))).isEqualTo(first);
        assertThat(code(create("{\"max_uses\":1}"))).isNotEqualTo(first);
        assertThat(code(create("{\"unique\":true}"))).isNotEqualTo(first);
    }

    @Test
    void anybodyMayLookAtAnInvite() {
        String code = code(create("{}"));

        JsonNode seen = Town.json(call("getInvite", 0, code, "{\"with_counts\":true}"));
        assertThat(seen.path("guild").path("name").asText()).isEqualTo("Guild");
        assertThat(seen.path("approximate_member_count").asInt()).isEqualTo(1);
        assertThat(seen.has("approximate_presence_count")).isTrue();
        assertThat(Town.code(call("getInvite", 0, "nothing", ""))).isEqualTo(ErrorCode.UNKNOWN_INVITE.number());
    }

    @Test
    void whoAcceptsBecomesAMember() {
        String code = code(create("{}"));
        town.stage().takeSent();

        JsonNode accepted = Town.json(call("acceptInvite", bob, code, ""));

        assertThat(accepted.path("new_member").asBoolean()).isTrue();
        assertThat(town.stage().takeSent())
                .extracting(sent -> sent.event().getName())
                .containsExactly("GUILD_MEMBER_ADD", "MESSAGE_CREATE", "$GUILD_ATTACH");
        assertThat(uses()).containsExactly(1);
    }

    @Test
    void aMemberWhoAcceptsAgainIsNotCounted() {
        String code = code(create("{}"));
        call("acceptInvite", bob, code, "");

        assertThat(Town.json(call("acceptInvite", bob, code, ""))
                        .path("new_member")
                        .asBoolean())
                .isFalse();
        assertThat(uses()).containsExactly(1);
    }

    @Test
    void theLastUseEndsAnInvite() {
        String code = code(create("{\"max_uses\":1}"));
        town.stage().takeSent();
        Town.json(call("acceptInvite", bob, code, ""));

        assertThat(town.events("INVITE_DELETE")).hasSize(1);
        assertThat(Town.code(call("acceptInvite", carol, code, ""))).isEqualTo(ErrorCode.UNKNOWN_INVITE.number());
    }

    @Test
    void usesAreCountedAcrossARestart() {
        String code = code(create("{\"max_uses\":2}"));
        Town.json(call("acceptInvite", bob, code, ""));
        town.stage().restart();

        Town.json(call("acceptInvite", carol, code, ""));
        assertThat(Town.code(call("getInvite", 0, code, ""))).isEqualTo(ErrorCode.UNKNOWN_INVITE.number());
    }

    @Test
    void anInviteExpires() {
        String code = code(create("{\"max_age\":60}"));
        town.clock().advance(Duration.ofSeconds(60));

        assertThat(Town.code(call("acceptInvite", bob, code, ""))).isEqualTo(ErrorCode.UNKNOWN_INVITE.number());
        assertThat(uses()).isEmpty();
    }

    @Test
    void aBannedUserCannotJoin() {
        Town.json(town.rest(Keys.guild(guild), "createBan", alice, Map.of("user_id", Town.text(bob)), "", "{}"));

        assertThat(Town.code(call("acceptInvite", bob, code(create("{}")), "")))
                .isEqualTo(ErrorCode.USER_BANNED_FROM_THIS_GUILD.number());
    }

    @Test
    void aDeletedInviteLeadsNowhere() {
        String code = code(create("{}"));
        town.stage().takeSent();

        assertThat(code(call("deleteInvite", alice, code, ""))).isEqualTo(code);

        assertThat(town.stage().takeSent())
                .extracting(sent -> sent.event().getName())
                .containsExactly("INVITE_DELETE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(Town.code(call("getInvite", 0, code, ""))).isEqualTo(ErrorCode.UNKNOWN_INVITE.number());
    }

    @Test
    void aPlainMemberMayNotDelete() {
        town.join(guild, alice, bob);

        assertThat(Town.code(call("deleteInvite", bob, code(create("{}")), "")))
                .isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
    }

    @Test
    void anInviteToAnActivityNamesAnApplicationAndNobody() {
        long application = town.bot("robot", alice);
        JsonNode answer =
                Town.json(create("{\"target_type\":2,\"target_application_id\":\"" + Town.text(application) + "\"}"));
        JsonNode told = town.events("INVITE_CREATE").getFirst();
        JsonNode read = Town.json(call("getInvite", 0, answer.path("code").asText(), ""));
        for (JsonNode invite : List.of(answer, told, read)) {
            assertThat(invite.at("/target_application/id").asText()).isEqualTo(Town.text(application));
            assertThat(invite.at("/target_application/name").asText()).isEqualTo("robot");
        }
        assertThat(told.path("target_type").asInt()).isEqualTo(2);
        assertThat(told.has("target_user")).isFalse();
    }

    private List<Integer> uses() {
        JsonNode listed = Town.json(
                town.rest(Keys.guild(guild), "listGuildInvites", alice, Map.of("guild_id", Town.text(guild)), "", ""));
        return listed.findValues("uses").stream().map(JsonNode::asInt).toList();
    }

    private Outcome create(String body) {
        return town.rest(Keys.guild(guild), "createInvite", alice, Map.of("channel_id", Town.text(channel)), "", body);
    }

    private Outcome call(String operation, long caller, String code, String query) {
        return town.rest(Keys.guild(guild), operation, caller, Map.of("code", code), query, "");
    }

    private static String code(Outcome outcome) {
        return Town.json(outcome).path("code").asText();
    }
}
