package io.guildhall.guild.invite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.catalogue.InviteTargets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TargetUsersTest {
    private static final int UNKNOWN = ErrorCode.UNKNOWN_INVITE.number();
    private static final int FORBIDDEN = ErrorCode.MISSING_PERMISSIONS.number();

    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long carol = town.person("carol");
    private final long dave = town.person("dave");
    private final long guild = town.guild(alice);
    private final long channel = town.channel(guild);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void onlyThoseOfTheListSeeAnInviteAndComeByIt() {
        String code = code(create(alice, list(bob)));
        assertThat(Town.code(call("getInvite", 0, code, ""))).isEqualTo(UNKNOWN);
        assertThat(Town.code(call("getInvite", carol, code, ""))).isEqualTo(UNKNOWN);
        assertThat(Town.code(call("acceptInvite", carol, code, ""))).isEqualTo(UNKNOWN);
        assertThat(code(call("getInvite", bob, code, ""))).isEqualTo(code);
        assertThat(code(call("getInvite", alice, code, ""))).isEqualTo(code);
        town.stage().restart();
        assertThat(Town.json(call("acceptInvite", bob, code, ""))
                        .get("new_member")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aListIsReplacedAndAnInviteForEverybodyGetsOne() {
        String code = code(create(alice, "{}"));
        assertThat(Town.code(call("getInviteTargets", alice, code, "")))
                .isEqualTo(ErrorCode.UNKNOWN_INVITE_TARGET_USERS.number());
        assertThat(Town.code(call("getInviteTargetsJob", alice, code, "")))
                .isEqualTo(ErrorCode.UNKNOWN_INVITE_TARGET_USERS_JOB.number());
        town.stage().takeSent();
        assertThat(call("updateInviteTargets", alice, code, list(bob))
                        .getSuccess()
                        .getStatus())
                .isEqualTo(204);
        assertThat(town.stage().takeSent())
                .extracting(sent -> sent.event().getName())
                .containsExactly("GUILD_AUDIT_LOG_ENTRY_CREATE");
        call("updateInviteTargets", alice, code, list(carol, dave));
        assertThat(Town.code(call("acceptInvite", bob, code, ""))).isEqualTo(UNKNOWN);
        assertThat(Town.json(call("getInviteTargets", alice, code, "")).get("users"))
                .extracting(JsonNode::asText)
                .containsExactly(Town.text(carol), Town.text(dave));
        JsonNode job = Town.json(call("getInviteTargetsJob", alice, code, ""));
        assertThat(job.get("status").asInt()).isEqualTo(2);
        assertThat(job.get("total_users").asInt()).isEqualTo(2);
        assertThat(job.get("processed_users").asInt()).isEqualTo(2);
    }

    @Test
    void aListIsForItsInviterAndForThoseWhoManageTheGuild() {
        town.join(guild, alice, bob);
        town.join(guild, alice, carol);
        String code = code(create(bob, list(dave)));
        for (String read : List.of("getInviteTargets", "getInviteTargetsJob")) {
            assertThat(call(read, bob, code, "").hasSuccess()).isTrue();
            assertThat(call(read, alice, code, "").hasSuccess()).isTrue();
            assertThat(Town.code(call(read, carol, code, ""))).isEqualTo(FORBIDDEN);
        }
        assertThat(Town.code(call("updateInviteTargets", carol, code, list(carol))))
                .isEqualTo(FORBIDDEN);
        assertThat(call("updateInviteTargets", bob, code, list(carol)).hasSuccess())
                .isTrue();
        role(carol, 1 << 7);
        assertThat(call("getInviteTargets", carol, code, "").hasSuccess()).isTrue();
        assertThat(Town.code(call("updateInviteTargets", carol, code, list(carol))))
                .isEqualTo(FORBIDDEN);
        assertThat(call("getInviteTargets", dave, code, "").hasFailure()).isTrue();
    }

    @Test
    void aListGoesWithItsInviteAndIsNotGivenToAnother() {
        String code = code(create(alice, list(bob)));
        String open = code(create(alice, "{}"));
        assertThat(open).isNotEqualTo(code);
        assertThat(code(create(alice, list(bob)))).isNotEqualTo(code);
        assertThat(town.rows().row(InviteTargets.TABLE, code)).isPresent();
        call("deleteInvite", alice, code, "");
        assertThat(town.rows().row(InviteTargets.TABLE, code)).isEmpty();
    }

    private void role(long user, long permissions) {
        String role = Town.json(town.rest(
                        Keys.guild(guild),
                        "createRole",
                        alice,
                        Map.of("guild_id", Town.text(guild)),
                        "",
                        "{\"permissions\":\"" + permissions + "\"}"))
                .get("id")
                .asText();
        Town.json(town.rest(
                Keys.guild(guild),
                "addMemberRole",
                alice,
                Map.of("guild_id", Town.text(guild), "user_id", Town.text(user), "role_id", role),
                "",
                ""));
    }

    private static String list(long... users) {
        StringBuilder list = new StringBuilder();
        for (long user : users) {
            list.append(list.isEmpty() ? "" : ",")
                    .append('"')
                    .append(Town.text(user))
                    .append('"');
        }
        return "{\"target_users_file\":[" + list + "]}";
    }

    private Outcome create(long by, String body) {
        return town.rest(Keys.guild(guild), "createInvite", by, Map.of("channel_id", Town.text(channel)), "", body);
    }

    private Outcome call(String operation, long caller, String code, String body) {
        return town.rest(Keys.guild(guild), operation, caller, Map.of("code", code), "", body);
    }

    private static String code(Outcome outcome) {
        return Town.json(outcome).path("code").asText();
    }
}
